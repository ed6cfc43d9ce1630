package io.github.mailgunreactor.simulator.internal.lists;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.lists.MailingListState.Member;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.util.Map;

/** What the events of a list's domain tell of an upload of members: each member, each row that is none, and the end. */
final class UploadEvents {
    private final SimulatedRequest request;
    private final String list;
    private final String format;
    private final String taskId;
    private final MessageFacts facts;

    UploadEvents(SimulatedRequest request, String list, String format) {
        this.request = request;
        this.list = list;
        this.format = format;
        this.taskId = request.state().randomHex(32);
        this.facts = MessageFacts.of(list.substring(list.lastIndexOf('@') + 1), taskId, list)
                .with()
                .subject("")
                .mailingList(list)
                .build();
    }

    String taskId() {
        return taskId;
    }

    void uploaded(Member member) {
        record(
                "list_member_uploaded",
                JsonObject.of(
                        "member",
                        Map.of("address", member.address(), "name", member.name(), "subscribed", member.subscribed())));
    }

    void failed(String row) {
        record(
                "list_member_upload_error",
                JsonObject.of("format", format)
                        .and("member-description", row)
                        .and("error", Map.of("message", "Invalid format")));
    }

    void done(int upserted, int failed, boolean subscribed, boolean upsert) {
        JsonObject fields = JsonObject.of("format", format)
                .and("subscribed", subscribed)
                .and("is-upsert", upsert)
                .and("upserted-count", upserted)
                .and("failed-count", failed);
        record("list_uploaded", fields);
    }

    private void record(String type, JsonObject fields) {
        Traffic.of(request)
                .add(MessageEvent.of(
                        request.state().randomHex(22),
                        request.now(),
                        type,
                        facts,
                        new MessageEvent.Upload(taskId, list, fields)));
    }
}
