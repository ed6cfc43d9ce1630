@NullMarked
package io.github.mailgunreactor.webhooks;

import org.jspecify.annotations.NullMarked;
