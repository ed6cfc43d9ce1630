package io.github.mailgunreactor.spring.test;

import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.SentMessage;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

/** An application as a user would write it. */
@SpringBootConfiguration
@EnableAutoConfiguration
class Shop {
    @Bean
    Orders orders(MessagesApi messages) {
        return new Orders(messages);
    }

    record Orders(MessagesApi messages) {
        Mono<SentMessage> confirm(String address) {
            return messages.send(
                    "shop.example.com",
                    Message.of("orders@shop.example.com")
                            .to(address)
                            .subject("Your order")
                            .text("Thank you!"));
        }
    }
}
