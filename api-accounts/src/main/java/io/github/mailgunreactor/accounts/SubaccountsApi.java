package io.github.mailgunreactor.accounts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The subaccounts of an account, which have domains, keys and limits of their own. What happens in a subaccount goes through
 * {@link MailgunClient#onBehalfOf}; what is done with one goes through a client of the account itself. Subaccounts are a feature
 * of Mailgun's plans: an account without it gets status 403.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts">Subaccounts</a>
 */
public final class SubaccountsApi {
    private final MailgunClient mailgun;

    public SubaccountsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the subaccounts, whatever their status.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/get-v5-accounts-subaccounts">GET /v5/accounts/subaccounts</a>
     */
    public PagedFlux<Subaccount, SubaccountList> list() {
        return list(SubaccountFilter.all());
    }

    /**
     * Lists some of the subaccounts.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/get-v5-accounts-subaccounts">GET /v5/accounts/subaccounts</a>
     */
    public PagedFlux<Subaccount, SubaccountList> list(SubaccountFilter filter) {
        return mailgun.list(
                GET.path("/v5/accounts/subaccounts").query(filter).pages(SubaccountList.class, NextPage.skip()));
    }

    /**
     * Gets a subaccount. One that the account does not have is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/get-v5-accounts-subaccounts-subaccount_id">GET /v5/accounts/subaccounts/{subaccount_id}</a>
     */
    public Mono<SubaccountDetails> get(String subaccountId) {
        return mailgun.send(GET.path("/v5/accounts/subaccounts/{subaccount_id}", subaccountId)
                .asJson(SubaccountDetails.class));
    }

    /**
     * Makes a subaccount. It has a key when one is made for it: {@link MailgunClient#onBehalfOf} and {@code KeysApi}. One too
     * many is an error with status 400. Names need not be unique, so a call that failed is not repeated unless it certainly did
     * not arrive.
     *
     * @param name what to call it; it stands in the query, and in no log of this library
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/post-v5-accounts-subaccounts">POST /v5/accounts/subaccounts</a>
     */
    public Mono<SubaccountDetails> create(String name) {
        return mailgun.send(POST.path("/v5/accounts/subaccounts")
                .query("name", Arguments.requireText("name", name))
                .asJson(SubaccountDetails.class));
    }

    /**
     * Deletes a subaccount <b>for good</b>, with its domains and keys: it cannot be restored. Mailgun takes the victim from the
     * header that says for whom a client acts, so this sets it, whatever view it is called through. One that is gone is an error
     * with status 400 or 403, also where an attempt before had deleted it.
     *
     * @throws IllegalArgumentException if the client acts for another subaccount
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/delete-v5-accounts-subaccounts-subaccount_id">DELETE /v5/accounts/subaccounts</a>
     */
    public Mono<Confirmation> delete(String subaccountId) {
        return mailgun.send(DELETE.path("/v5/accounts/subaccounts")
                .header("X-Mailgun-On-Behalf-Of", requireVictim(subaccountId))
                .asJson(Confirmation.class));
    }

    private String requireVictim(String subaccountId) {
        Arguments.requireText("subaccountId", subaccountId);
        if (mailgun.subaccount() != null && !subaccountId.equals(mailgun.subaccount())) {
            throw new IllegalArgumentException(
                    "subaccountId must be the one that the client acts for, but is another one");
        }
        return subaccountId;
    }

    /**
     * Disables a subaccount: its calls are refused, and it sends no mail. One that is disabled is an error with status 400, one
     * that is not there with 404. A call that failed is not repeated unless it certainly did not
     * arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/post-v5-accounts-subaccounts-subaccount_id-disable">POST /v5/accounts/subaccounts/{subaccount_id}/disable</a>
     */
    public Mono<SubaccountDetails> disable(String subaccountId) {
        return mailgun.send(POST.path("/v5/accounts/subaccounts/{subaccount_id}/disable", subaccountId)
                .asJson(SubaccountDetails.class));
    }

    /**
     * Disables a subaccount and says why. Errors are those of {@link #disable(String)}: status 400 or 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/post-v5-accounts-subaccounts-subaccount_id-disable">POST /v5/accounts/subaccounts/{subaccount_id}/disable</a>
     */
    public Mono<SubaccountDetails> disable(String subaccountId, Disablement why) {
        return mailgun.send(POST.path("/v5/accounts/subaccounts/{subaccount_id}/disable", subaccountId)
                .query(why)
                .asJson(SubaccountDetails.class));
    }

    /**
     * Enables a subaccount again. One too many is an error with status 400, one that is not there with 404. A call that failed is
     * not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/post-v5-accounts-subaccounts-subaccount_id-enable">POST /v5/accounts/subaccounts/{subaccount_id}/enable</a>
     */
    public Mono<SubaccountDetails> enable(String subaccountId) {
        return mailgun.send(POST.path("/v5/accounts/subaccounts/{subaccount_id}/enable", subaccountId)
                .asJson(SubaccountDetails.class));
    }

    /**
     * Gets how many messages a subaccount may send in a calendar month. One without a limit is an error with status 404; what is
     * no subaccount of the account with 400 or 403.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/get-v5-accounts-subaccounts-subaccount_id-limit-custom-monthly">GET /v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly</a>
     */
    public Mono<MessageLimit> getLimit(String subaccountId) {
        return mailgun.send(GET.path("/v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly", subaccountId)
                .asJson(MessageLimit.class));
    }

    /**
     * Sets how many messages a subaccount may send in a calendar month, in the client's region. When it has sent so many it is
     * disabled until the month ends. A number that Mailgun does not take is an error with status 400.
     *
     * @param messages 1 or more; Mailgun may ask for more
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/put-v5-accounts-subaccounts-subaccount_id-limit-custom-monthly">PUT /v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly</a>
     */
    public Mono<Success> changeLimit(String subaccountId, long messages) {
        return mailgun.send(PUT.path("/v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly", subaccountId)
                .query("limit", Arguments.requireRange("messages", messages, 1, Long.MAX_VALUE))
                .asJson(Success.class));
    }

    /**
     * Lets a subaccount send as many messages as the account may. One without a limit is an error with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/delete-v5-accounts-subaccounts-subaccount_id-limit-custom-monthly">DELETE /v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly</a>
     */
    public Mono<Success> deleteLimit(String subaccountId) {
        return mailgun.send(DELETE.path("/v5/accounts/subaccounts/{subaccount_id}/limit/custom/monthly", subaccountId)
                .asJson(Success.class));
    }

    /**
     * Switches features of a subaccount on or off. A change of nothing is an error with status 400, a subaccount that is not there
     * with 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/subaccounts/put-v5-accounts-subaccounts-subaccount_id-features">PUT /v5/accounts/subaccounts/{subaccount_id}/features</a>
     */
    public Mono<SubaccountFeatures> changeFeatures(String subaccountId, SubaccountFeatureChange change) {
        return mailgun.send(PUT.path("/v5/accounts/subaccounts/{subaccount_id}/features", subaccountId)
                .form(change)
                .asJson(SubaccountFeatures.class));
    }
}
