package org.hashwise.account;

import java.nio.file.Path;
import java.util.Locale;
import org.hashwise.questionnaire.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Exception: the accounts file cannot be read, written or understood. */
public final class AccountsUnusable extends RuntimeException {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.account.account");

    /** The kind of problem; the sentence that tells it has this key, in lower case. */
    public enum AccountsFault {
        UNREADABLE,
        NOT_WRITABLE,
        MALFORMED,
        BAD_NAME,
        BAD_ROLE,
        BAD_SECRET,
        TWICE
    }

    private final AccountsFault code;
    private final transient Path file;
    private final String account;

    /** @param account the name of the account that is wrong; empty when it is the whole file */
    AccountsUnusable(AccountsFault code, Path file, String account, @Nullable Throwable cause) {
        super(code + " " + file + " " + account, cause);
        this.code = code;
        this.file = file;
        this.account = account;
    }

    /** The problem in words. */
    public String sentence() {
        return MESSAGES.text(code.name().toLowerCase(Locale.ROOT), file, account);
    }

    public AccountsFault code() {
        return code;
    }

    public Path file() {
        return file;
    }
}
