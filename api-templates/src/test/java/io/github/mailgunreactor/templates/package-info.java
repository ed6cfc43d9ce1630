@NullMarked
package io.github.mailgunreactor.templates;

import org.jspecify.annotations.NullMarked;
