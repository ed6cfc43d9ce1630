package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.domains.DomainLife;
import io.github.mailgunreactor.simulator.internal.http.RequestBudgets;
import io.github.mailgunreactor.simulator.internal.messages.MailStore;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.Changes;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;

/** Accounts that come and go while a simulator runs, and what each of them has outside of itself. */
final class AddedAccounts {
    private final SimulatorState state;
    private final Deliveries deliveries;
    private final Faults faults;
    private final Journal journal;
    private final RequestBudgets rateLimits;

    AddedAccounts(
            SimulatorState state, Deliveries deliveries, Faults faults, Journal journal, RequestBudgets rateLimits) {
        this.state = state;
        this.deliveries = deliveries;
        this.faults = faults;
        this.journal = journal;
        this.rateLimits = rateLimits;
    }

    void add(String id, String key) {
        SimulatorState.Setup another = SimulatorBuilder.checkedAccount(id, key);
        state.locked(() -> {
            if (state.account(id) != null) {
                throw new IllegalArgumentException("id must be new, but there is an account \"" + id + "\"");
            }
            if (state.keys().has(key)) {
                throw new IllegalArgumentException("key must differ from every other key");
            }
            state.add(another);
        });
        changed();
    }

    void remove(String id) {
        state.locked(() -> {
            if (!state.isAdded(id)) {
                throw new IllegalArgumentException("account must be one that was added, but is \"" + id + "\"");
            }
            forget(id);
            state.remove(id);
        });
        changed();
    }

    void reset(String id) {
        state.locked(() -> {
            if (state.setupOf(id) == null) {
                throw new IllegalArgumentException("account must not be a subaccount that a request has made");
            }
            forget(id);
            state.reopen(id);
        });
        changed();
    }

    private void forget(String id) {
        for (Account account : state.family(id)) {
            new DomainLife(state).forget(account.id());
            MailStore.of(state).clear(account.id());
            deliveries.clear(account.id());
            journal.ofAccount(account.id()).clear();
            faults.clear(account.id());
            rateLimits.reset(account.id());
        }
    }

    private void changed() {
        for (Changes.Topic topic : Changes.Topic.values()) {
            state.changes().tell(topic);
        }
    }
}
