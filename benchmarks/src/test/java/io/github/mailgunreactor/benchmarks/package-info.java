@NullMarked
package io.github.mailgunreactor.benchmarks;

import org.jspecify.annotations.NullMarked;
