package io.github.mailgunreactor.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Addresses against a parser that nobody here wrote: that of Eclipse Angus, the Jakarta Mail implementation. */
class EmailAddressProperties {

    @Property(tries = 2000)
    void aListIsReadByAnotherParserAsTheSameAddressesAndNames(@ForAll("lists") List<EmailAddress> addresses)
            throws AddressException {
        String header = addresses.stream().map(EmailAddress::headerValue).collect(Collectors.joining(", "));

        InternetAddress[] read = InternetAddress.parse(header, /* strict= */ true);

        List<EmailAddress> back = new ArrayList<>();
        for (InternetAddress one : read) {
            back.add(new EmailAddress(one.getAddress(), one.getPersonal()));
        }
        assertThat(back).isEqualTo(addresses);
    }

    @Property(tries = 2000)
    void eachIsReadBackByOurOwnParser(@ForAll("addresses") EmailAddress address) {
        assertThat(EmailAddress.parse(address.headerValue())).isEqualTo(address);
    }

    @Property(tries = 5000)
    void noTextMakesAnAddressThatAnotherParserTakesForTwo(@ForAll("hostile") String text) throws AddressException {
        EmailAddress parsed;
        try {
            parsed = EmailAddress.parse(text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        InternetAddress[] read = InternetAddress.parse(parsed.headerValue(), /* strict= */ true);
        assertThat(read).hasSize(1);
        assertThat(read[0].getAddress()).isEqualTo(parsed.address());
        assertThat(Objects.requireNonNullElse(read[0].getPersonal(), ""))
                .isEqualTo(Objects.requireNonNullElse(parsed.name(), ""));
    }

    @Provide
    Arbitrary<List<EmailAddress>> lists() {
        return addresses().list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<EmailAddress> addresses() {
        Arbitrary<String> local = Arbitraries.strings()
                .withChars("abcXYZ019!#$%&'*+-/=?^_`{|}~éж愛")
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(atoms -> String.join(".", atoms));
        Arbitrary<String> domain = Arbitraries.strings()
                .withChars("abcxyz019")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(labels -> String.join(".", labels));
        Arbitrary<@Nullable String> name = Arbitraries.strings()
                .withChars("abc XYZ,;:<>@()[]\\\"'.=?-_éжλ愛\u00a0")
                .ofMaxLength(20)
                .injectNull(0.2);
        return Combinators.combine(local, domain, name)
                .as((user, host, display) -> new EmailAddress(user + '@' + host, display));
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "a", "b.c", "@", "x.org", "<", ">", ",", ";", ":", "\"", "\\", " ", "(", ")", "a@x.org", "é",
                        ".")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }
}
