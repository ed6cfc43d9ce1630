package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.benchmarks.OfficialClient.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.v3.suppression.MailgunSuppressionBouncesApi;
import com.mailgun.api.v3.suppression.MailgunSuppressionComplaintsApi;
import com.mailgun.api.v3.suppression.MailgunSuppressionUnsubscribeApi;
import com.mailgun.api.v3.suppression.MailgunSuppressionWhitelistsApi;
import com.mailgun.model.suppression.bounces.BouncesItem;
import com.mailgun.model.suppression.bounces.BouncesListImportRequest;
import com.mailgun.model.suppression.bounces.BouncesRequest;
import com.mailgun.model.suppression.bounces.ComplaintsListImportRequest;
import com.mailgun.model.suppression.complaints.ComplaintsItem;
import com.mailgun.model.suppression.complaints.ComplaintsSingleItemRequest;
import com.mailgun.model.suppression.unsubscribe.UnsubscribeItem;
import com.mailgun.model.suppression.unsubscribe.UnsubscribeSingleItemRequest;
import com.mailgun.model.suppression.unsubscribe.UnsubscribesListImportRequest;
import com.mailgun.model.suppression.whitelists.WhitelistsItem;
import com.mailgun.model.suppression.whitelists.WhitelistsListImportRequest;
import com.mailgun.model.suppression.whitelists.WhitelistsRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Suppressions: what Mailgun's own client puts into the simulator, it gets back. */
class OfficialClientSuppressionsIT {
    @RegisterExtension
    static final OfficialClient OFFICIAL = OfficialClient.driving(
            MailgunSuppressionBouncesApi.class,
            MailgunSuppressionComplaintsApi.class,
            MailgunSuppressionUnsubscribeApi.class,
            MailgunSuppressionWhitelistsApi.class);

    @TempDir
    Path folder;

    @Test
    void bounces() throws IOException {
        MailgunSuppressionBouncesApi bounces = OFFICIAL.api(MailgunSuppressionBouncesApi.class);

        bounces.addBounce(
                DOMAIN,
                BouncesRequest.builder()
                        .address("a@example.org")
                        .code("550")
                        .error("gone")
                        .build());
        bounces.addBounces(
                DOMAIN,
                List.of(
                        BouncesRequest.builder()
                                .address("b@example.org")
                                .code("551")
                                .build(),
                        BouncesRequest.builder().address("c@example.org").build()));
        bounces.importBounceList(
                DOMAIN,
                BouncesListImportRequest.builder()
                        .file(file("address\nd@example.org\n"))
                        .build());

        assertThat(bounces.getBounces(DOMAIN).getItems())
                .extracting(BouncesItem::getAddress)
                .containsExactlyInAnyOrder("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        assertThat(bounces.getBounces(DOMAIN, 2).getItems()).hasSize(2);
        assertThat(bounces.getBounce(DOMAIN, "a@example.org")).satisfies(bounce -> {
            assertThat(bounce.getCode()).isEqualTo("550");
            assertThat(bounce.getError()).isEqualTo("gone");
        });
        bounces.deleteBounce(DOMAIN, "a@example.org");
        assertThat(bounces.getBounces(DOMAIN).getItems()).hasSize(3);
        bounces.deleteAllBounces(DOMAIN);
        assertThat(bounces.getBounces(DOMAIN).getItems()).isEmpty();
    }

    @Test
    void complaints() throws IOException {
        MailgunSuppressionComplaintsApi complaints = OFFICIAL.api(MailgunSuppressionComplaintsApi.class);

        complaints.addAddressToComplaintsList(
                DOMAIN,
                ComplaintsSingleItemRequest.builder().address("a@example.org").build());
        complaints.addAddressesToComplaintsList(
                DOMAIN,
                List.of(ComplaintsItem.builder().address("b@example.org").build()));
        complaints.importComplaintsList(
                DOMAIN,
                ComplaintsListImportRequest.builder()
                        .file(file("address\nc@example.org\n"))
                        .build());

        assertThat(complaints.getAllComplaints(DOMAIN).getItems())
                .extracting(ComplaintsItem::getAddress)
                .containsExactlyInAnyOrder("a@example.org", "b@example.org", "c@example.org");
        assertThat(complaints.getAllComplaints(DOMAIN, 1).getItems()).hasSize(1);
        assertThat(complaints.getSingleComplaint(DOMAIN, "a@example.org").getAddress())
                .isEqualTo("a@example.org");
        assertThat(complaints
                        .removeAddressFromComplaints(DOMAIN, "a@example.org")
                        .getAddress())
                .isEqualTo("a@example.org");
        assertThat(complaints.getAllComplaints(DOMAIN).getItems()).hasSize(2);
    }

    @Test
    void unsubscribes() throws IOException {
        MailgunSuppressionUnsubscribeApi unsubscribes = OFFICIAL.api(MailgunSuppressionUnsubscribeApi.class);

        unsubscribes.addAddressToUnsubscribeTable(
                DOMAIN,
                UnsubscribeSingleItemRequest.builder()
                        .address("a@example.org")
                        .tag("news")
                        .build());
        unsubscribes.addAddressesToUnsubscribeTable(
                DOMAIN,
                List.of(UnsubscribeItem.builder()
                        .address("b@example.org")
                        .tags(List.of("one", "two"))
                        .build()));
        unsubscribes.importAddressesToUnsubscribeTable(
                DOMAIN,
                UnsubscribesListImportRequest.builder()
                        .file(file("address,tags\nc@example.org,*\n"))
                        .build());

        assertThat(unsubscribes.getAllUnsubscribe(DOMAIN).getItems())
                .extracting(UnsubscribeItem::getAddress)
                .containsExactlyInAnyOrder("a@example.org", "b@example.org", "c@example.org");
        assertThat(unsubscribes.getAllUnsubscribe(DOMAIN, 1).getItems()).hasSize(1);
        assertThat(unsubscribes.getSingleUnsubscribe(DOMAIN, "a@example.org").getTags())
                .containsExactly("news");
        assertThat(unsubscribes.getSingleUnsubscribe(DOMAIN, "b@example.org").getTags())
                .containsExactlyInAnyOrder("one", "two");
        unsubscribes.removeAddressFromUnsubscribeList(DOMAIN, "a@example.org");
        assertThat(unsubscribes.getAllUnsubscribe(DOMAIN).getItems()).hasSize(2);

        // The client puts the tag into the body of a DELETE; it works in the query, and else all tags go.
        unsubscribes.removeAddressFromUnsubscribeTag(DOMAIN, "b@example.org", "one");
        assertThat(unsubscribes.getAllUnsubscribe(DOMAIN).getItems()).hasSize(1);
    }

    @Test
    void allowlist() throws IOException {
        MailgunSuppressionWhitelistsApi allowlist = OFFICIAL.api(MailgunSuppressionWhitelistsApi.class);

        allowlist.addSingleWhitelistRecord(
                DOMAIN,
                WhitelistsRequest.builder()
                        .address("a@example.org")
                        .reason("a friend")
                        .build());
        allowlist.importWhitelistRecords(
                DOMAIN,
                WhitelistsListImportRequest.builder()
                        .file(file("address,domain\nb@example.org,\n"))
                        .build());

        assertThat(allowlist.getAllWhitelists(DOMAIN).getItems())
                .extracting(WhitelistsItem::getValue)
                .containsExactlyInAnyOrder("a@example.org", "b@example.org");
        assertThat(allowlist.getAllWhitelists(DOMAIN, 1).getItems()).hasSize(1);
        assertThat(allowlist.getSingleWhitelistRecord(DOMAIN, "a@example.org").getReason())
                .isEqualTo("a friend");
        assertThat(allowlist.removeRecordFromWhitelists(DOMAIN, "a@example.org").getValue())
                .isEqualTo("a@example.org");
        assertThat(allowlist.getAllWhitelists(DOMAIN).getItems()).hasSize(1);
    }

    private File file(String csv) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), csv).toFile();
    }
}
