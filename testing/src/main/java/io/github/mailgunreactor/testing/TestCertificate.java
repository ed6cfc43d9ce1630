package io.github.mailgunreactor.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate and its key, made by the JDK's {@code keytool} while the tests run. */
public final class TestCertificate {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "test";
    private static final String NOW = "-1d";
    private static final String TWO_YEARS_AGO = "-2y";

    private final KeyStore store;

    private TestCertificate(KeyStore store) {
        this.store = store;
    }

    /**
     * A self-signed certificate that is valid now.
     *
     * @param names for whom, in keytool's words: {@code dns:localhost}, {@code ip:127.0.0.1}
     */
    public static TestCertificate of(String... names) {
        return inDirectory(directory -> {
            generate(directory, names.length == 0 ? List.of() : List.of("-ext", "san=" + String.join(",", names)));
            return load(directory);
        });
    }

    /** A self-signed certificate that may sign others. */
    public static TestCertificate authority() {
        return inDirectory(directory -> {
            generate(directory, List.of("-ext", "bc:c"));
            return load(directory);
        });
    }

    /** A certificate signed with this one that is valid now. */
    public TestCertificate valid(String... names) {
        return issue(NOW, names);
    }

    /** A certificate signed with this one that was valid until a year ago. */
    public TestCertificate expired(String... names) {
        return issue(TWO_YEARS_AGO, names);
    }

    private TestCertificate issue(String start, String... names) {
        return inDirectory(directory -> {
            Path authority = Files.createDirectory(directory.resolve("authority"));
            try (var file = Files.newOutputStream(authority.resolve("store.p12"))) {
                store.store(file, PASSWORD.toCharArray());
            }
            Files.write(directory.resolve("authority.pem"), pem().readAllBytes());
            generate(directory, List.of());
            keytool(directory, "-certreq", "-file", "authority/request");
            keytool(
                    authority,
                    "-gencert",
                    "-infile",
                    "request",
                    "-outfile",
                    "../answer",
                    "-startdate",
                    start,
                    "-validity",
                    "365",
                    "-ext",
                    "san=" + String.join(",", names));
            keytool(directory, "-importcert", "-noprompt", "-trustcacerts", "-alias", "ca", "-file", "authority.pem");
            keytool(directory, "-importcert", "-noprompt", "-file", "answer");
            return load(directory);
        });
    }

    private interface Making {
        TestCertificate in(Path directory) throws IOException, GeneralSecurityException, InterruptedException;
    }

    private static TestCertificate inDirectory(Making making) {
        try {
            Path directory = Files.createTempDirectory("certificate");
            try {
                return making.in(directory);
            } finally {
                try (var files = Files.walk(directory)) {
                    files.sorted(java.util.Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void generate(Path directory, List<String> more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=test"));
        arguments.addAll(List.of("-startdate", NOW, "-validity", "365"));
        arguments.addAll(more);
        keytool(directory, arguments.toArray(String[]::new));
    }

    private static void keytool(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", "store.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
        if (!command.contains("-alias")) {
            command.addAll(List.of("-alias", ALIAS));
        }
        Path log = directory.resolve("log");
        Process keytool = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool failed: " + Files.readString(log));
        }
    }

    private static TestCertificate load(Path directory) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(directory.resolve("store.p12"))) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        return new TestCertificate(store);
    }

    /** A server's context with this certificate, which trusts clients that present one of those. */
    public SSLContext server(TestCertificate... trustedClients) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (int i = 0; i < trustedClients.length; i++) {
                trusted.setCertificateEntry("client" + i, trustedClients[i].certificate());
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Certificate certificate() throws GeneralSecurityException {
        return store.getCertificate(ALIAS);
    }

    /** The certificate in PEM. */
    public InputStream pem() {
        try {
            return pem("CERTIFICATE", certificate().getEncoded());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The private key in PEM. */
    public InputStream keyPem() {
        try {
            return pem(
                    "PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static InputStream pem(String kind, byte[] content) {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
