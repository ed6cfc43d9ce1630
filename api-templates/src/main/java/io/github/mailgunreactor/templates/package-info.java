/** Templates of a domain and of the account, with their versions. */
@NullMarked
package io.github.mailgunreactor.templates;

import org.jspecify.annotations.NullMarked;
