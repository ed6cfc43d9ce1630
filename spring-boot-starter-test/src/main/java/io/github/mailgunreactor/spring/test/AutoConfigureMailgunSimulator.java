package io.github.mailgunreactor.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Runs a simulator for the tests of a class, and points the application's clients at it:
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureMailgunSimulator
 * class OrdersTest {
 *     @Autowired Simulator mailgun;
 *     @Autowired Mailbox mailbox;
 *
 *     @BeforeEach
 *     void domain() { mailgun.domains().add("shop.example.com"); }
 *
 *     @Test
 *     void confirmsAnOrder(@Autowired Orders orders) {
 *         orders.confirm(order).block();
 *         assertThat(mailbox.only("ada@example.org").subject()).isEqualTo("Your order 7");
 *     }
 * }
 * }</pre>
 *
 * <p>{@code Simulator}, its {@code Mailbox} and its {@code Journal} are beans. It is
 * {@linkplain io.github.mailgunreactor.simulator.Simulator#reset reset} before each test, so what the application puts there while it
 * starts is gone by then. There is one for all test classes of a run, under the same URL, so a context that Spring keeps for
 * the next class works there too; tests in parallel would see each other's mail.
 *
 * <p>Key and region of all clients are the simulator's, whatever the properties say; a bean of type {@code Credentials} still takes
 * precedence, and must give the simulator's key. With a slice such as {@code @WebFluxTest} it also brings the client's beans.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ImportAutoConfiguration
public @interface AutoConfigureMailgunSimulator {}
