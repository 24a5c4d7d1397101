package org.hashwise.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hashwise.account.Account;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.AccountsUnusable;
import org.hashwise.account.Role;
import org.hashwise.files.DataFolder;
import org.hashwise.questionnaire.MessageBundle;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code account add <name> --role reader|analyst|client}, {@code account list} and {@code account remove <name>}: manages the
 * accounts that may log in. A running Hashwise heeds it at once.
 */
final class AccountCommand extends ParsedCommand<AccountArguments> {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.command.account");
    private static final int DONE = 0;
    private static final int OBJECTION = 1;

    AccountCommand() {
        super("account", AccountArguments::new);
    }

    @Override
    String usage() {
        return MESSAGES.plain("usage");
    }

    @Override
    int run(AccountArguments arguments, PrintStream out) {
        try {
            AccountRepository accounts = new AccountRepository(folder(arguments.settings));
            return switch (arguments.action) {
                case ADD -> add(arguments.name, Objects.requireNonNull(arguments.role), accounts, out);
                case LIST -> list(accounts, out);
                case REMOVE -> remove(arguments.name, accounts, out);
            };
        } catch (AccountsUnusable mistake) {
            out.println(mistake.sentence());
            return OBJECTION;
        }
    }

    private static int add(String name, Role role, AccountRepository accounts, PrintStream out) {
        if (!Account.isName(name)) {
            say(out, "bad-name", name);
            return MISUSED;
        }
        Optional<AccountRepository.Issued> issued = accounts.add(name, role);
        issued.ifPresentOrElse(
                made -> say(
                        out,
                        role == Role.CLIENT ? "added.client" : "added",
                        name,
                        role.word(),
                        made.secret(),
                        accounts.path()),
                () -> say(out, "taken", name));
        return issued.isPresent() ? DONE : OBJECTION;
    }

    private static int list(AccountRepository accounts, PrintStream out) {
        List<Account> all = accounts.current().all();
        if (all.isEmpty()) {
            say(out, "none", accounts.path());
        }
        int widest =
                all.stream().mapToInt(account -> account.name().length()).max().orElse(0);
        all.forEach(account -> out.println(account.name()
                + " ".repeat(widest - account.name().length() + 2)
                + account.role().word()));
        return DONE;
    }

    private static int remove(String name, AccountRepository accounts, PrintStream out) {
        boolean removed = accounts.remove(name);
        say(out, removed ? "removed" : "unknown", name, accounts.path());
        return removed ? DONE : OBJECTION;
    }

    /** The folder that the program itself would use, wherever that is set. */
    private static Path folder(List<String> arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return DataFolder.of(environment::resolvePlaceholders);
    }

    private static void say(PrintStream out, String key, Object... arguments) {
        out.println(MESSAGES.text(key, arguments));
    }
}
