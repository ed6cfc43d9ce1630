package io.github.mailgunreactor.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of the size and shape that Mailgun gives, the same bytes in every run. */
final class SampleResponses {
    private SampleResponses() {}

    /** A domain with its DNS records: 1.7 KB. */
    static byte[] domain() {
        return bytes("""
                {"domain":{"created_at":"Mon, 24 Feb 2025 22:44:03 GMT","id":"67bcf63306fcfd2fb4b7e056",\
                "is_disabled":false,"name":"mail.example.com","require_tls":false,"skip_verification":false,\
                "smtp_login":"postmaster@mail.example.com","spam_action":"tag","state":"active","type":"custom",\
                "use_automatic_sender_security":true,"web_prefix":"email","web_scheme":"https","wildcard":false},\
                "receiving_dns_records":[\
                {"is_active":true,"cached":[],"priority":"10","record_type":"MX","valid":"valid","value":"mxa.mailgun.org"},\
                {"is_active":true,"cached":[],"priority":"10","record_type":"MX","valid":"valid","value":"mxb.mailgun.org"}],\
                "sending_dns_records":[\
                {"is_active":true,"cached":["k=rsa"],"name":"pic._domainkey.mail.example.com","record_type":"TXT",\
                "valid":"valid","value":"k=rsa; p=%s"},\
                {"is_active":true,"cached":["v=spf1 include:mailgun.org ~all"],"name":"mail.example.com",\
                "record_type":"TXT","valid":"valid","value":"v=spf1 include:mailgun.org ~all"},\
                {"is_active":true,"cached":["mailgun.org"],"name":"email.mail.example.com","record_type":"CNAME",\
                "valid":"valid","value":"mailgun.org"}]}""".formatted("MIGfMA0GCSqGSIb3DQEBAQUAA4GN".repeat(8)));
    }

    /** The response to the creation of a key. */
    static byte[] queued() {
        return bytes("{\"id\":\"<20260101.1@mail.example.com>\",\"message\":\"Queued. Thank you.\"}");
    }

    static byte[] createdKey() {
        return bytes("""
                {"message":"great success","key":{"id":"7aac6eb2-5a2f-4c8e-9b1d-7e3f5a2c4d6e","description":"a service",\
                "kind":"domain","role":"sending","created_at":"2025-03-01T14:21:54Z","updated_at":"2025-03-01T14:21:54Z",\
                "expires_at":"2027-03-01T00:00:00Z","is_disabled":false,"domain_name":"mail.example.com",\
                "requestor":"admin@example.com","user_name":"Admin of Example","secret":"not-a-key"}}""");
    }

    /** A list of 20 keys: 7 KB. */
    static byte[] keys() {
        return bytes("{\"total_count\":20,\"items\":["
                + joined(20, i -> """
                {"id":"%08x-5a2f-4c8e-9b1d-7e3f5a2c4d6e","description":"key of service %d","kind":"domain",\
                "role":"sending","created_at":"2025-03-%02dT14:21:54Z","updated_at":"2025-04-%02dT14:21:54Z",\
                "expires_at":"2027-03-01T00:00:00Z","is_disabled":false,"domain_name":"mail%d.example.com",\
                "requestor":"admin@example.com","user_name":"Admin of Example"}""".formatted(i * 7919, i, i % 27 + 1, i % 27 + 1, i)) + "]}");
    }

    /** A page of 100 events of the logs: 130 KB. */
    static byte[] logs() {
        return bytes(
                "{\"start\":\"Wed, 25 Jun 2025 00:00:00 -0000\",\"end\":\"Wed, 25 Jun 2025 23:00:00 -0000\",\"items\":["
                        + joined(100, SampleResponses::event)
                        + "],\"pagination\":{\"next\":\"" + "TmV4dA".repeat(12)
                        + "\",\"total\":48213},\"aggregates\":{\"all\":48213,\"metrics\":{\"delivered\":47103,\"failed\":1110}}}");
    }

    private static String event(int i) {
        String delivery = i % 5 == 0 ? """
                "delivery-status":{"attempt-no":1,"code":550,"message":"5.1.1 no such user here","description":"",\
                "enhanced-code":"5.1.1","bounce-type":"hard","mx-host":"mx%d.example.com","session-seconds":0.912,\
                "certificate-verified":true,"tls":true,"utf8":true},"reason":"bounce","severity":"permanent",\
                """.formatted(i) : """
                "delivery-status":{"attempt-no":1,"code":250,"message":"OK","description":"",\
                "mx-host":"mx%d.example.com","session-seconds":1.27,"first-delivery-attempt-seconds":0.014,\
                "certificate-verified":true,"tls":true,"utf8":true},""".formatted(i);
        return """
                {"id":"Ty%08x-QxSTK7nVRmnqgA","event":"%s","@timestamp":"2025-06-25T17:%02d:%02d.166Z",\
                "account":{"id":"5e4fbee1a2e5f1a2b3c4d5e6"},"domain":{"name":"mail.example.com"},"log-level":"%s",\
                "method":"HTTP","originating-ip":"192.0.2.%d","api-key-id":"7aac6eb2-10f2",\
                "recipient":"customer%d@example.net","recipient-domain":"example.net","recipient-provider":"Other",\
                %s"envelope":{"sender":"bounce+%d@mail.example.com","transport":"smtp","targets":"customer%d@example.net",\
                "sending-ip":"198.51.100.%d"},"flags":{"is-authenticated":true,"is-system-test":false,"is-routed":false,\
                "is-test-mode":false,"is-delayed-bounce":false,"is-callback":false},\
                "message":{"headers":{"to":"customer%d@example.net","message-id":"20250625%06d.1.ABCDEF@mail.example.com",\
                "from":"Example Shop <orders@mail.example.com>","subject":"Ihre Bestellung Nr. %d ist unterwegs \u2013 danke!"},\
                "attachments":[],"size":%d},"storage":{"region":"us-east4","env":"production","key":"BAABAgUa%08x",\
                "url":["https://storage-us-east4.api.mailgun.net/v3/domains/mail.example.com/messages/BAABAgUa%08x"]},\
                "tags":["order","tag-%d"],"campaigns":[],"user-variables":"{}","ignored-by-us":{"a":[1,2]}}""".formatted(
                        i * 104_729,
                        i % 5 == 0 ? "failed" : "delivered",
                        i % 60,
                        i * 7 % 60,
                        i % 5 == 0 ? "error" : "info",
                        i,
                        i,
                        delivery,
                        i,
                        i,
                        i,
                        i,
                        i,
                        i,
                        20_000 + i,
                        i * 31,
                        i * 31,
                        i % 9);
    }

    /** A metrics answer of 30 days: 10 KB. */
    static byte[] metrics() {
        return bytes("""
                {"start":"Fri, 01 Nov 2024 00:00:00 +0000","end":"Sun, 01 Dec 2024 00:00:00 +0000","resolution":"day",\
                "duration":"30d","dimensions":["time"],"pagination":{"sort":"","skip":0,"limit":1500,"total":30},"items":["""
                + joined(30, i -> """
                {"dimensions":[{"dimension":"time","value":"%1$s","display_value":"%1$s"}],"metrics":{%2$s}}""".formatted("%02d Nov 2024 00:00:00 +0000".formatted(i + 1), metricValues(i)))
                + "],\"aggregates\":{\"metrics\":{" + metricValues(30) + "}}}");
    }

    private static String metricValues(int i) {
        return """
                "accepted_count":%1$d,"delivered_count":%1$d,"failed_count":12,"permanent_failed_count":7,\
                "opened_count":%2$d,"clicked_count":311,"complained_count":1,"opened_rate":"0.3127","clicked_rate":"0.0541"\
                """.formatted(31_000 + i, 9_000 + i);
    }

    /** A page of 1000 bounces: 230 KB. */
    static byte[] bounces() {
        return bounces(1000, "https://api.mailgun.net/v3/mail.example.com/bounces?page=next&address=z&limit=1000");
    }

    static byte[] bounces(int count, String next) {
        return bytes("{\"items\":[" + joined(count, i -> """
                {"address":"customer%d@example.net","code":"550",\
                "error":"5.1.1 The email account that you tried to reach does not exist. Please try again later.",\
                "created_at":"Sun, 26 Jan 2025 07:%02d:04 UTC"}""".formatted(i, i % 60))
                + "],\"paging\":{\"first\":\"https://api.mailgun.net/v3/mail.example.com/bounces?limit=1000\",\"next\":\""
                + next + "\"}}");
    }

    private static String joined(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(","));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
