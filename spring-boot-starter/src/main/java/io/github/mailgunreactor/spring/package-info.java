/** Beans of Mailgun Reactor for Spring Boot 4 and 3.5. Everything gives way to a bean of the application's own. */
@NullMarked
package io.github.mailgunreactor.spring;

import org.jspecify.annotations.NullMarked;
