package io.github.mailgunreactor.spring.test;

import org.springframework.boot.test.context.SpringBootTest;

/** Another class with the same context, which Spring keeps: the simulator is where it was. */
@SpringBootTest(properties = {"mailgun.region=eu", "mailgun.clients.other.region=us"})
@AutoConfigureMailgunSimulator
class SecondClassIT extends FirstClassIT {}
