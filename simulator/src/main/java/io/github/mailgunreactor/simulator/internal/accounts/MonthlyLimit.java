package io.github.mailgunreactor.simulator.internal.accounts;

import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many messages an account may send in a calendar month in a region, and how many it has sent. */
public final class MonthlyLimit {
    private @Nullable Long most;
    private long sent;
    private boolean reached;
    private @Nullable YearMonth month;

    static MonthlyLimit of(Account account, String region) {
        return account.inRegion(region).get(MonthlyLimit.class, MonthlyLimit::new);
    }

    /** That of the account and that of its parent, for which a subaccount's messages count too. */
    public static List<MonthlyLimit> thatBind(SimulatedRequest request) {
        List<MonthlyLimit> limits = new ArrayList<>(2);
        String parent = request.account().parent();
        Account above = parent == null ? null : request.state().account(parent);
        if (above != null) {
            limits.add(of(above, request.region()));
        }
        limits.add(of(request.account(), request.region()));
        return limits;
    }

    @Nullable
    Long most() {
        return most;
    }

    void setMost(@Nullable Long messages) {
        most = messages;
    }

    long sent(Instant now) {
        turn(now);
        return sent;
    }

    /** Whether so many were sent that the account is disabled until the month ends. */
    public boolean isReached(Instant now) {
        turn(now);
        return reached;
    }

    public void count(int messages, Instant now) {
        turn(now);
        sent += messages;
        reached |= most != null && sent >= most;
    }

    /** Enables the account again, if its limit had disabled it. */
    void enable(Instant now) {
        turn(now);
        reached = false;
    }

    private void turn(Instant now) {
        YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        if (!current.equals(month)) {
            month = current;
            sent = 0;
            reached = false;
        }
    }
}
