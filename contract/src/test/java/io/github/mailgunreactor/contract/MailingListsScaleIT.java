package io.github.mailgunreactor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.mailinglists.MailingListsApi;
import io.github.mailgunreactor.mailinglists.NewMailingList;
import io.github.mailgunreactor.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Adds and lists many members in a JVM of its own with a heap of 64 MB ({@link SmallHeapCaller}). In each build it is enough
 * to show that it runs; {@code -Dsoak=true} makes it a quarter of a million:
 *
 * <pre>mvn -ntp verify -pl contract -am -Dit.test=MailingListsScaleIT -Dsoak=true ...</pre>
 */
class MailingListsScaleIT {
    private static final int MEMBERS = Boolean.getBoolean("soak") ? 250_000 : 10_000;

    @Test
    void addsAndListsEverybody() throws Exception {
        try (Simulator simulator = Simulator.start();
                MailgunClient mailgun = MailgunClient.builder(simulator.key())
                        .region(Region.at(simulator.baseUrl()))
                        .build()) {
            simulator.domains().add(SmallHeapCaller.DOMAIN);
            MailingListsApi lists = new MailingListsApi(mailgun);
            lists.create(NewMailingList.of(SmallHeapCaller.LIST)).block(Duration.ofSeconds(20));

            String added = SmallHeapCaller.run(simulator, "add-members", String.valueOf(MEMBERS));
            String listed = SmallHeapCaller.run(simulator, "list-members");

            assertThat(added).startsWith("added " + MEMBERS + " with " + MEMBERS / 1000 + " requests ");
            assertThat(listed).startsWith("listed " + MEMBERS + " ");
            assertThat(lists.get(SmallHeapCaller.LIST).block(Duration.ofSeconds(20)))
                    .satisfies(
                            details -> assertThat(details.list().membersCount()).isEqualTo(MEMBERS));
            // A last page that is full does not tell that it is the last one.
            assertThat(simulator
                            .journal()
                            .of("GET /v3/lists/{list_address}/members/pages")
                            .size())
                    .isLessThanOrEqualTo(MEMBERS / 1000 + 1);
        }
    }
}
