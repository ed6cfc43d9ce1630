package io.github.mailgunreactor.samples.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes orders; with the profile {@code simulator} it needs no account at Mailgun. */
@SpringBootApplication(proxyBeanMethods = false)
public class OrdersApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(OrdersApplication.class, arguments);
    }
}
