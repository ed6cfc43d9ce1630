package io.github.mailgunreactor.domains;

/** The sizes that Mailgun has for RSA keys. */
final class KeySize {
    private KeySize() {}

    static long require(String parameter, int bits) {
        if (bits != 1024 && bits != 2048) {
            throw new IllegalArgumentException(parameter + " must be 1024 or 2048, but is " + bits);
        }
        return bits;
    }
}
