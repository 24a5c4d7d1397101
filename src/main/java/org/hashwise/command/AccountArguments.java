package org.hashwise.command;

import org.hashwise.account.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code account}. */
final class AccountArguments extends SettingsArguments {

    enum AccountAction {
        ADD,
        LIST,
        REMOVE
    }

    @Parameters(index = "0", arity = "1")
    AccountAction action = AccountAction.LIST;

    /** The account that is added or removed. */
    @Parameters(index = "1", arity = "0..1")
    String name = "";

    /** The role of the account that is added. */
    @Option(names = "--role")
    @Nullable
    Role role;

    @Override
    boolean areConsistent() {
        return name.isBlank() == (action == AccountAction.LIST) && (role != null) == (action == AccountAction.ADD);
    }
}
