package io.github.mailgunreactor.simulator.internal.webhooks;

import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The webhooks of an account in a region, in the order in which they were made. */
final class AccountWebhooks {
    private final Map<String, AccountWebhook> byId = new LinkedHashMap<>();
    private int made;

    static AccountWebhooks of(SimulatedRequest request) {
        return of(request.account(), request.region());
    }

    static AccountWebhooks of(Account account, String region) {
        return account.inRegion(region).get(AccountWebhooks.class, AccountWebhooks::new);
    }

    String nextId() {
        return String.format("507f1f77bcf86cd7%08x", ++made);
    }

    Collection<AccountWebhook> all() {
        return byId.values();
    }

    @Nullable
    AccountWebhook find(String id) {
        return byId.get(id);
    }

    void put(AccountWebhook webhook) {
        byId.put(webhook.id(), webhook);
    }

    void remove(String id) {
        byId.remove(id);
    }

    void clear() {
        byId.clear();
    }
}
