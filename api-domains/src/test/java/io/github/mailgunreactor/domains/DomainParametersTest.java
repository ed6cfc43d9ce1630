package io.github.mailgunreactor.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mailgunreactor.core.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainParametersTest {
    private static final NewDomain DOMAIN = NewDomain.of("shop.example");

    @Test
    void leavesASetAsItWasWhenAnOptionIsAdded() {
        NewDomain wild = DOMAIN.wildcard(true);

        assertThat(DOMAIN.params().first("wildcard")).isNull();
        assertThat(wild.params().first("wildcard")).isEqualTo(true);
        assertThat(wild.wildcard(false)).isEqualTo(DOMAIN.wildcard(false));
    }

    @Test
    void refusesAHostForKeysTogetherWithAnotherRuleForIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAIN.forceDkimAuthority(true).dkimHostName("shop.example"))
                .withMessageContainingAll("dkim_host_name", "force_dkim_authority");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAIN.dkimHostName("shop.example").forceRootDkimHost(true))
                .withMessageContainingAll("force_root_dkim_host", "dkim_host_name");
        assertThatCode(() -> DOMAIN.forceDkimAuthority(true).forceRootDkimHost(false))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo.bar", "", " ", "a b", "ü", "a@b", "a\nb"})
    void refusesASelectorOrPrefixThatIsNoAtom(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAIN.dkimSelector(text))
                .withMessageContaining("selector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainChange.none().webPrefix(text))
                .withMessageContaining("prefix");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 512, 1025, 4096, -2048})
    void refusesKeySizesThatMailgunDoesNotHave(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAIN.dkimKeySize(bits))
                .withMessageContaining("bits must be 1024 or 2048");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewDomainKey.of("shop.example", "s1").bits(bits))
                .withMessageContaining("bits must be 1024 or 2048");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 33})
    void refusesAPasswordThatMailgunWouldWithoutShowingIt(int length) {
        String password = "x".repeat(length);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAIN.smtpPassword(Secret.of(password)))
                .withMessage("password must have from 5 to 32 characters, but has " + length);
    }

    @Test
    void showsNoPasswordAndNoPrivateKeyInText() {
        Secret password = Secret.of("open sesame");
        Secret pem = Secret.of("-----BEGIN RSA PRIVATE KEY-----\nMIIC");

        assertThat(DOMAIN.smtpPassword(password).toString()).contains("***").doesNotContain("sesame");
        assertThat(DomainChange.none().smtpPassword(password).toString()).doesNotContain("sesame");
        assertThat(NewCredentials.of("ada", password).and("bob", password).toString())
                .contains("ada", "bob")
                .doesNotContain("sesame");
        assertThat(NewDomainKey.of("shop.example", "s1").pem(pem).toString()).doesNotContain("MIIC");
    }

    @Test
    void refusesAPrivateKeyThatIsNotInPkcs1AsPem() {
        NewDomainKey key = NewDomainKey.of("shop.example", "s1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.pem(Secret.of("-----BEGIN PRIVATE KEY-----\nsecret")))
                .withMessageContaining("PKCS #1")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
    }

    @Test
    void refusesTimesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAIN.messageTtl(Duration.ZERO))
                .withMessageContaining("life");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainChange.none().messageTtl(Duration.ofMillis(1500)))
                .withMessageContaining("whole seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RotationChange.automatic(Duration.ofDays(4)))
                .withMessageContaining("5 days or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RotationChange.automatic(Duration.ofHours(121)))
                .withMessageContaining("whole days");
    }

    @Test
    void refusesAnEnvelopeHostInUpperCase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainChange.none().mailfromHost("Bounces.example"))
                .withMessageContaining("lower case");
    }

    @Test
    void refusesPagesThatMailgunDoesNotGive() {
        assertThatIllegalArgumentException().isThrownBy(() -> DomainFilter.all().pageSize(1001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainKeyFilter.all().pageSize(101));
        assertThatIllegalArgumentException().isThrownBy(() -> DomainFilter.all().pageSize(0));
    }

    @Test
    void refusesNoAddressesAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOMAIN.ips(List.of()))
                .withMessageContaining("addresses");
    }

    @Test
    void refusesPasswordsForSomeUsersOnly() {
        Secret password = Secret.of("open sesame");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewCredentials.of("ada").and("bob", password))
                .withMessageContaining("for all logins or for none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewCredentials.of("ada", password).and("bob"))
                .withMessageContaining("for all logins or for none");
    }

    @Test
    void takesAValidRecordInWhateverCase() {
        DnsRecord found = new DnsRecord(DnsRecordType.TXT, "a", "b", null, new DnsValidity("VALID"), List.of(), true);
        DnsRecord unknown = new DnsRecord(DnsRecordType.TXT, "a", "b", null, DnsValidity.UNKNOWN, List.of(), true);
        DnsRecord silent = new DnsRecord(DnsRecordType.TXT, "a", "b", null, null, List.of(), true);

        assertThat(found.isValid()).isTrue();
        assertThat(unknown.isValid()).isFalse();
        assertThat(silent.isValid()).isFalse();
    }
}
