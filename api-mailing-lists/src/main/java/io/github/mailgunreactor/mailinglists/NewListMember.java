package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member to be added to a mailing list. */
public final class NewListMember extends ParamSet<NewListMember> {
    private NewListMember(Params params) {
        super(params, NewListMember::new);
    }

    /** A subscribed member. */
    public static NewListMember of(String address) {
        return new NewListMember(Params.NONE).with("address", Arguments.requireText("address", address));
    }

    /** The display name: {@code %recipient_name%} in messages. */
    public NewListMember name(String name) {
        return with("name", name);
    }

    /** What messages show in place of {@code %recipient.key%}: texts, numbers, booleans, lists and maps. */
    public NewListMember vars(Map<String, ? extends @Nullable Object> variables) {
        return copy(params().with("vars", variables));
    }

    /** Whether it gets what is sent to the list. Default: true. */
    public NewListMember subscribed(boolean subscribed) {
        return with("subscribed", subscribed);
    }

    /** Many of them in one request: JSON as the text of a field. */
    static Params upload(List<NewListMember> members, OnPresentMember present) {
        List<Map<String, Object>> all = new ArrayList<>(members.size());
        for (NewListMember member : members) {
            Map<String, Object> json = new LinkedHashMap<>();
            member.params().forEach(json::put);
            all.add(json);
        }
        return Params.NONE
                .with("members", new String(Json.write(all), StandardCharsets.UTF_8))
                .with("upsert", present.upsert());
    }

    /** Shows nothing of whom it is about. */
    @Override
    public String toString() {
        return "NewListMember";
    }
}
