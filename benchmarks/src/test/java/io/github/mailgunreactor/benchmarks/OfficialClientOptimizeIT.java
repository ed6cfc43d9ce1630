package io.github.mailgunreactor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.v4.MailgunEmailVerificationApi;
import com.mailgun.api.v4.MailgunSeedListApi;
import com.mailgun.model.verification.AddressValidationResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The validation of one address and a result of inbox placement: what the simulator has of Mailgun's products beside sending. */
class OfficialClientOptimizeIT {
    @RegisterExtension
    static final OfficialClient OFFICIAL =
            OfficialClient.driving(MailgunEmailVerificationApi.class, MailgunSeedListApi.class);

    @Test
    void validation() {
        MailgunEmailVerificationApi validations = OFFICIAL.api(MailgunEmailVerificationApi.class);

        AddressValidationResponse role = validations.validateAddress("info@example.org");
        assertThat(role.getIsRoleAddress()).isTrue();
        assertThat(role.getRisk()).isEqualTo("medium");
        assertThat(validations.validateAddress("ada@gmial.com", true).getResult())
                .isEqualTo("undeliverable");
        assertThat(validations.validateAddressPostRequest("ada+x@example.org").getResult())
                .isEqualTo("deliverable");
        assertThat(validations
                        .validateAddressPostRequest("nobody@mailinator.com", false)
                        .getIsDisposableAddress())
                .isTrue();
    }

    @Test
    void inboxPlacement() throws IOException {
        try (var response = OFFICIAL.api(MailgunSeedListApi.class)
                .getSpecificResultFeignResponse("12345678-1234-1234-1234-123456789012")) {
            assertThat(new String(response.body().asInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"destination\":\"spam\"");
        }
    }
}
