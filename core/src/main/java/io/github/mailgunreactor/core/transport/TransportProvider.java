package io.github.mailgunreactor.core.transport;

import io.github.mailgunreactor.core.MailgunClient;

/**
 * How {@link MailgunClient} finds a transport on the class path, through {@link java.util.ServiceLoader}. Adding
 * {@code mailgun-reactor-transport-netty} provides one.
 */
public interface TransportProvider {

    /** Opens a transport with default settings. The client that asked for it closes it. */
    Transport open();
}
