package io.github.mailgunreactor.simulator.internal.lists;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.lists.MailingListState.Member;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds many members to a list: a few at once, more a moment later. */
record MemberUpload(SimulatedRequest request, MailingListState list, boolean upsert) {
    private static final int MOST = 1000;
    private static final int MOST_AT_ONCE = 100;

    static MemberUpload of(SimulatedRequest request, MailingListState list) {
        return new MemberUpload(request, list, upserts(request));
    }

    /** Whether members that are there are to be changed. */
    static boolean upserts(SimulatedRequest request) {
        return new FormValues(new Parameters().addAll(request.form()).addAll(request.query())).flag("upsert", false);
    }

    SimulatedResponse accept(List<Member> members) {
        Refusal.where(members.size() > MOST, 400, "Too many members, max is " + MOST);
        if (members.size() > MOST_AT_ONCE) {
            return inBackground(members);
        }
        members.forEach(this::put);
        return SimulatedResponse.ok(Map.of("list", list.json(), "message", "Mailing list has been updated"));
    }

    SimulatedResponse inBackground(List<Member> members) {
        return inBackground(members, "json", true, List.of());
    }

    /**
     * Answers at once. What becomes of the members is told in events.
     *
     * @param unusable descriptions of those that are none
     */
    SimulatedResponse inBackground(List<Member> members, String format, boolean subscribed, List<String> unusable) {
        UploadEvents events = new UploadEvents(request, list.address(), format);
        request.state().schedule(request.now(), () -> {
            List<Member> taken = members.stream().filter(this::put).toList();
            taken.forEach(events::uploaded);
            unusable.forEach(events::failed);
            events.done(taken.size(), unusable.size(), subscribed, upsert);
        });
        return SimulatedResponse.ok(JsonObject.of("list", list.json())
                .and("task-id", events.taskId())
                .and("message", "Mailing list upload started in background"));
    }

    /** Whether the member is in the list now, as it was sent. */
    private boolean put(Member member) {
        boolean puts = upsert || !list.members().containsKey(MailingLists.key(member.address()));
        if (puts) {
            list.put(member);
        }
        return puts;
    }

    /** The members of a JSON array: addresses, or objects with an address. */
    static List<Member> fromJson(@Nullable String json) {
        if (json == null) {
            throw new Refusal(400, "Missing mandatory parameter: members");
        }
        Object read;
        try {
            read = Json.readAny(json.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "'members' parameter is not a valid JSON");
        }
        if (!(read instanceof List<?> all)) {
            throw new Refusal(400, "'members' parameter is not a JSON array");
        }
        List<Member> members = new ArrayList<>(all.size());
        for (Object each : all) {
            members.add(member(each));
        }
        return members;
    }

    private static Member member(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            MailAddress address = MailingLists.address(json instanceof String text ? text : null);
            return new Member(address.address(), address.name(), Map.of(), true);
        }
        Object sent = object.get("address");
        MailAddress address = MailingLists.address(sent == null ? null : sent.toString());
        Object name = object.get("name");
        Object vars = object.get("vars");
        return new Member(
                address.address(),
                name == null ? address.name() : name.toString(),
                vars == null ? Map.of() : vars instanceof Map<?, ?> map ? vars(map) : vars(vars.toString()),
                !Boolean.FALSE.equals(object.get("subscribed")));
    }

    /** What a form says of a member, and else what was known of it. */
    static Member fromForm(Parameters form, Member before) {
        FormValues values = new FormValues(form);
        String vars = form.first("vars");
        return new Member(
                before.address(),
                values.text("name", before.name()),
                vars == null ? before.vars() : vars(vars),
                values.flag("subscribed", before.subscribed()));
    }

    /** Variables as JSON text; refuses what is no object. */
    static Map<String, Object> vars(String json) {
        try {
            if (Json.readAny(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
                return vars(map);
            }
        } catch (IllegalArgumentException malformed) {
            // refused below, as any other JSON is
        }
        throw new Refusal(400, "'vars' parameter is not a valid JSON");
    }

    private static Map<String, Object> vars(Map<?, ?> map) {
        Map<String, Object> vars = new LinkedHashMap<>();
        map.forEach((key, value) -> vars.put(String.valueOf(key), value == null ? "" : value));
        return vars;
    }
}
