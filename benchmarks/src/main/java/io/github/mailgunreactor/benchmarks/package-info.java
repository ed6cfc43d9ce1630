/** What the library costs, measured: JMH benchmarks of its parts, and whole calls end to end against other clients. */
@NullMarked
package io.github.mailgunreactor.benchmarks;

import org.jspecify.annotations.NullMarked;
