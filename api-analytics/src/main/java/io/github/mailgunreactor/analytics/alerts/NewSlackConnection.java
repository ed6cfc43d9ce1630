package io.github.mailgunreactor.analytics.alerts;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;

/** A connection to Slack, as Slack's OAuth answer describes it. */
public final class NewSlackConnection extends ParamSet<NewSlackConnection> {
    private NewSlackConnection(Params params) {
        super(params, NewSlackConnection::new);
    }

    /**
     * A connection.
     *
     * @param token the access token
     * @param teamId the id of the team
     * @param teamName the name of the team
     * @param scope what the token may do
     */
    public static NewSlackConnection of(Secret token, String teamId, String teamName, String scope) {
        return new NewSlackConnection(Params.NONE)
                .with("token", token)
                .with("team_id", Arguments.requireText("teamId", teamId))
                .with("team_name", Arguments.requireText("teamName", teamName))
                .with("scope", Arguments.requireText("scope", scope));
    }
}
