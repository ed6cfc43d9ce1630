package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.accounts.UserFilter;
import io.github.mailgunreactor.accounts.UserList;
import io.github.mailgunreactor.accounts.UserRole;
import io.github.mailgunreactor.accounts.UsersApi;
import java.util.List;

/** The rows of {@link UsersApi}. */
final class UsersContract {
    private static final ContractRow.Calls<UsersApi> USERS = ContractRow.calls(UsersApi::new);
    private static final String USER = """
            {"id": "123", "name": "John Doe", "activated": true, "is_disabled": false,
             "email": "johndoe@example.com",
             "email_details": {"address": "johndoe@example.com", "is_valid": true, "reason": "none",
               "parts": {"local_part": "johndoe", "domain": "example.com", "display_name": "John"}},
             "role": "basic", "account_id": "567", "opened_ip": "67.111.60.111", "is_master": true,
             "metadata": {"team": "mail"}, "tfa_enabled": true, "tfa_active": true,
             "tfa_created_at": "2022-12-20T16:52:01.892000", "password_updated_at": "2022-12-20T16:52:01.892000",
             "preferences": {"programming_language": "curl", "time_format": "%m/%d/%y %I:%M %p",
               "time_zone": "US/Eastern"},
             "auth": {"method": "sinch", "prior_details": {"since": "2021"}, "prior_method": "password"},
             "github_user_id": "7", "salesforce_user_id": "8", "migration_status": "done"}
            """;
    private static final String LIST = "{\"users\": [" + USER + "], \"total\": 1}";

    private UsersContract() {}

    static List<ContractRow> rows() {
        return List.of(
                USERS.row("GET /v5/users")
                        .calls((users, notes) -> users.list())
                        .sends("GET /v5/users")
                        .responds(LIST)
                        .noting(
                                "user",
                                UserList.class,
                                page -> page.items().get(0).id()),
                USERS.row("GET /v5/users")
                        .calls((users, notes) -> users.list(
                                UserFilter.all().role(UserRole.BASIC).skip(0).pageSize(100)))
                        .sends("GET /v5/users?role=basic&skip=0&limit=100")
                        .responds(LIST),
                USERS.row("GET /v5/users/{user_id}")
                        .calls((users, notes) -> users.get(notes.get("user", "123")))
                        .sends("GET /v5/users/123")
                        .responds(USER),
                USERS.row("GET /v5/users/me")
                        .calls((users, notes) -> users.getOwn())
                        .sends("GET /v5/users/me")
                        .responds(USER));
    }
}
