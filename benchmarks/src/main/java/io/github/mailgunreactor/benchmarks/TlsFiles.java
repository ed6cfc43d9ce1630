package io.github.mailgunreactor.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A certificate for this machine's own address, and a trust store that has it beside all that the JDK trusts, so that a client
 * reads as many certificates as it does in production.
 *
 * @param keyStore the server's certificate and key
 * @param trustStore what the clients trust
 */
record TlsFiles(Path keyStore, Path trustStore) {
    static final String PASSWORD = "changeit"; // that of the JDK's own store
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    /** Makes them with the JDK's keytool. */
    static TlsFiles make(Path folder) throws IOException, InterruptedException {
        TlsFiles files = new TlsFiles(folder.resolve("server.p12"), folder.resolve("trusted"));
        Path certificate = folder.resolve("server.crt");
        Files.copy(JAVA.resolve("lib/security/cacerts"), files.trustStore);
        keytool(files.keyStore, "-genkeypair -keyalg EC -validity 2 -dname CN=localhost -ext SAN=ip:127.0.0.1");
        keytool(files.keyStore, "-exportcert -file", certificate);
        keytool(files.trustStore, "-importcert -noprompt -file", certificate);
        return files;
    }

    private static void keytool(Path store, String options, Path... file) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(JAVA.resolve("bin/keytool").toString()));
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(Stream.of(file).map(Path::toString).toList());
        command.addAll(List.of("-alias", "benchmarks", "-storepass", PASSWORD, "-keystore", store.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
