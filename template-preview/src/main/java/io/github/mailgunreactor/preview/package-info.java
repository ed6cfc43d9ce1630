/** What Mailgun makes of a template, shown without Mailgun. */
@NullMarked
package io.github.mailgunreactor.preview;

import org.jspecify.annotations.NullMarked;
