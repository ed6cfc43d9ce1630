package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Spring's mail sender by Mailgun beside Spring's own by SMTP; each has a sink on this machine that takes all and keeps nothing. */
@EnabledIfSystemProperty(named = "soak", matches = "true")
class MailSenderSpeedIT {
    private static final int MESSAGES = 2_000;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void bothSendersGiveTheirSinkEveryMessageAndTellTheirSpeed() throws IOException {
        DisposableServer http = HttpServer.create()
                .host("127.0.0.1")
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asByteArray()
                        .doOnNext(body -> taken.incrementAndGet())
                        .flatMap(body -> response.header("Content-Type", "application/json")
                                .sendString(Mono.just(
                                        "{\"id\": \"<1@mycompany.example>\", \"message\": \"Queued. Thank you.\"}"))
                                .then()))
                .bindNow(A_MINUTE);
        try (ServerSocket smtp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            inBackground(() -> acceptAll(smtp));
            Contexts.withKey()
                    .withPropertyValues("mailgun.region=http://127.0.0.1:" + http.port())
                    .run(context -> compare(context.getBean(JavaMailSender.class), smtpSender(smtp.getLocalPort())));
        } finally {
            http.disposeNow(A_MINUTE);
        }
    }

    private void compare(JavaMailSender mailgun, JavaMailSender smtp) {
        oneByOne(mailgun);
        oneByOne(smtp);
        double mailgunOneByOne = oneByOne(mailgun);
        double smtpOneByOne = oneByOne(smtp);
        double mailgunTogether = together(mailgun);
        double smtpTogether = together(smtp);

        System.out.printf(
                Locale.ROOT,
                "%d messages one by one: Mailgun %.0f/s, SMTP %.0f/s, ratio %.2f%n",
                MESSAGES,
                mailgunOneByOne,
                smtpOneByOne,
                mailgunOneByOne / smtpOneByOne);
        System.out.printf(
                Locale.ROOT,
                "%d messages in one call: Mailgun %.0f/s, SMTP %.0f/s, ratio %.2f%n",
                MESSAGES,
                mailgunTogether,
                smtpTogether,
                mailgunTogether / smtpTogether);
        assertThat(taken).hasValue(6 * MESSAGES);
    }

    private static double oneByOne(JavaMailSender sender) {
        SimpleMailMessage[] messages = messages();
        long start = System.nanoTime();
        for (SimpleMailMessage message : messages) {
            sender.send(message);
        }
        return perSecond(start);
    }

    private static double together(JavaMailSender sender) {
        SimpleMailMessage[] messages = messages();
        long start = System.nanoTime();
        sender.send(messages);
        return perSecond(start);
    }

    private static double perSecond(long start) {
        return MESSAGES * 1e9 / (System.nanoTime() - start);
    }

    private static SimpleMailMessage[] messages() {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("mail@mycompany.example");
        message.setTo("customer@example.org");
        message.setSubject("Your order");
        message.setText("Thank you for ordering!");
        SimpleMailMessage[] messages = new SimpleMailMessage[MESSAGES];
        Arrays.setAll(messages, index -> new SimpleMailMessage(message));
        return messages;
    }

    private static JavaMailSender smtpSender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.localhost", "localhost");
        return sender;
    }

    private void acceptAll(ServerSocket smtp) throws IOException {
        while (!smtp.isClosed()) {
            Socket connection = smtp.accept();
            inBackground(() -> converse(connection));
        }
    }

    private void converse(Socket connection) throws IOException {
        connection.setTcpNoDelay(true);
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.ISO_8859_1))) {
            reply(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    reply(out, "354 go on");
                    skipToTheDot(in);
                    taken.incrementAndGet();
                }
                reply(out, line.equals("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void skipToTheDot(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void reply(BufferedWriter out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Ends with its socket. */
    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The test is over, or its client is gone: what is missing then, the count tells.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
