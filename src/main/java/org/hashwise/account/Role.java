package org.hashwise.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Role of an account: what it is permitted to do. */
public enum Role {
    /** Uses the pages. */
    READER,
    /** Uses the pages, and sees what concerns everybody: the rulebook with its draft, and the chain of receipts. */
    ANALYST,
    /** A program that uses the API with a key. */
    CLIENT;

    /** The name of the role in files and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
