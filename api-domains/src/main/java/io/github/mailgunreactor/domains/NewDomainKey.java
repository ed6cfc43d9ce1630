package io.github.mailgunreactor.domains;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;
import java.util.Objects;

/** A DKIM key to be made or imported. */
public final class NewDomainKey extends ParamSet<NewDomainKey> {
    private static final String SIGNING_DOMAIN = "signing_domain";

    private NewDomainKey(Params params) {
        super(params, NewDomainKey::new);
    }

    /**
     * A key that Mailgun generates.
     *
     * @param selector names the key within the domain, and is part of the name of its DNS record
     */
    public static NewDomainKey of(String signingDomain, String selector) {
        return new NewDomainKey(Params.NONE)
                .with(SIGNING_DOMAIN, Arguments.requireText("signingDomain", signingDomain))
                .with("selector", Arguments.requireText("selector", selector));
    }

    /**
     * The size of a key that Mailgun generates.
     *
     * @param bits 1024 or 2048
     */
    public NewDomainKey bits(int bits) {
        return with("bits", KeySize.require("bits", bits));
    }

    /**
     * Imports a key of your own in place of generating one.
     *
     * @param privateKey an RSA private key in PKCS #1 as PEM: the lines from {@code -----BEGIN RSA PRIVATE KEY-----} on
     */
    public NewDomainKey pem(Secret privateKey) {
        Objects.requireNonNull(privateKey, "privateKey");
        if (!privateKey.reveal().stripLeading().startsWith("-----BEGIN RSA PRIVATE KEY-----")) {
            throw new IllegalArgumentException("privateKey must be PEM with an RSA private key in PKCS #1");
        }
        return with("pem", privateKey);
    }

    String signingDomain() {
        return (String) Objects.requireNonNull(params().first(SIGNING_DOMAIN));
    }
}
