/** Tests of Spring Boot applications against the simulator. */
@NullMarked
package io.github.mailgunreactor.spring.test;

import org.jspecify.annotations.NullMarked;
