package io.github.mailgunreactor.simulator.internal.lists;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.PivotRows;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.lists.MailingListState.Member;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The members of mailing lists. */
public final class ListMembersOperations implements Operations {
    private static final PageLimit BY_POSITION = new PageLimit(100, 100);
    private static final String LIST = "/v3/lists/{list_address}";
    private static final String MEMBER = LIST + "/members/{member_address}";

    @Override
    public void register(Routes routes) {
        routes.add(GET, LIST + "/members", ListMembersOperations::counted);
        routes.add(GET, LIST + "/members/pages", ListMembersOperations::pages);
        routes.add(POST, LIST + "/members", ListMembersOperations::add);
        routes.add(POST, LIST + "/members.json", ListMembersOperations::addAll);
        routes.add(POST, LIST + "/members.csv", ListMembersOperations::imported)
                .consumingFiles(request -> new MemberFile());
        routes.add(GET, MEMBER, request -> SimulatedResponse.ok(Map.of("member", member(request))));
        routes.add(PUT, MEMBER, ListMembersOperations::change);
        routes.add(DELETE, MEMBER, ListMembersOperations::remove);
    }

    private static SimulatedResponse counted(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request);
        String address = request.query().first("address");
        Predicate<Member> subscribed = subscribed(request);
        return SimulatedResponse.ok(PageStyles.skipLimit(
                request,
                BY_POSITION,
                "total_count",
                Rows.of(list.members().values().stream()
                        .filter(subscribed)
                        .filter(member -> address == null || member.address().equalsIgnoreCase(address))
                        .toList()),
                member -> member));
    }

    private static SimulatedResponse pages(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request);
        return SimulatedResponse.ok(PageStyles.urlPivot(
                request,
                PageLimit.DEFAULT,
                "address",
                PivotRows.of(list.members(), Member::address, subscribed(request)),
                member -> member));
    }

    private static Predicate<Member> subscribed(SimulatedRequest request) {
        if (!request.query().has("subscribed")) {
            return member -> true;
        }
        boolean wanted = new FormValues(request.query()).flag("subscribed", true);
        return member -> member.subscribed() == wanted;
    }

    private static Member member(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request);
        String address = request.path("member_address");
        return Refusal.requireNonNull(
                list.members().get(MailingLists.key(address)),
                404,
                "Member " + address + " of mailing list " + list.address() + " not found");
    }

    private static SimulatedResponse add(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request);
        MailAddress address = MailingLists.address(request.form().first("address"));
        Member present = list.members().get(address.key());
        if (present != null && !MemberUpload.upserts(request)) {
            throw new Refusal(400, "Address already exists '" + address.address() + "'");
        }
        Member member = new Member(address.address(), address.name(), Map.of(), true);
        Member added = MemberUpload.fromForm(request.form(), present == null ? member : present);
        list.put(added);
        return confirmed("Mailing list member has been created", added);
    }

    private static SimulatedResponse change(SimulatedRequest request) {
        Member before = member(request);
        MailingListState list = MailingLists.named(request);
        Member changed = MemberUpload.fromForm(request.form(), before);
        if (request.form().has("address")) {
            String address =
                    MailingLists.address(request.form().first("address")).address();
            changed = new Member(address, changed.name(), changed.vars(), changed.subscribed());
            boolean moves = !MailingLists.key(address).equals(MailingLists.key(before.address()));
            Refusal.where(
                    moves && list.members().containsKey(MailingLists.key(address)),
                    400,
                    "Address already exists '" + address + "'");
        }
        list.members().remove(MailingLists.key(before.address()));
        list.put(changed);
        return confirmed("Mailing list member has been updated", changed);
    }

    private static SimulatedResponse remove(SimulatedRequest request) {
        Member member = member(request);
        MailingLists.named(request).members().remove(MailingLists.key(member.address()));
        return SimulatedResponse.ok(Map.of(
                "member", Map.of("address", member.address()), "message", "Mailing list member has been deleted"));
    }

    private static SimulatedResponse confirmed(String message, Member member) {
        return SimulatedResponse.ok(Map.of("member", member, "message", message));
    }

    private static SimulatedResponse addAll(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request, "Mailing list '%s' not found");
        return MemberUpload.of(request, list).accept(MemberUpload.fromJson(request.parameter("members")));
    }

    private static SimulatedResponse imported(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request, "Mailing list '%s' not found");
        MemberFile file = request.sink(MemberFile.class);
        boolean subscribed = new FormValues(request.form()).flag("subscribed", true);
        List<Member> members = file.members(subscribed);
        return MemberUpload.of(request, list).inBackground(members, "csv", subscribed, file.unusable());
    }
}
