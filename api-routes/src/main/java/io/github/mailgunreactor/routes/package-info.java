/** Routes and forwards of incoming mail. */
@NullMarked
package io.github.mailgunreactor.routes;

import org.jspecify.annotations.NullMarked;
