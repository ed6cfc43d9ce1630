/** Webhooks in containers of Jakarta Servlet. */
@NullMarked
package io.github.mailgunreactor.servlet;

import org.jspecify.annotations.NullMarked;
