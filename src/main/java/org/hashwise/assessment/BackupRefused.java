package org.hashwise.assessment;

import org.jspecify.annotations.Nullable;

/** Exception: a backup or a restore did not take place. */
public final class BackupRefused extends RuntimeException {

    private final RefusalReason reason;
    private final transient @Nullable ChainReport report;

    BackupRefused(RefusalReason reason) {
        this(reason, null);
    }

    /** @param report on a chain that is not sound */
    BackupRefused(ChainReport report) {
        this(RefusalReason.UNSOUND, report);
    }

    private BackupRefused(RefusalReason reason, @Nullable ChainReport report) {
        super(reason.name());
        this.reason = reason;
        this.report = report;
    }

    public enum RefusalReason {
        /** The file to be written is there already. */
        EXISTS,
        /** There is no store yet. */
        NOTHING,
        /** There is no such file. */
        MISSING,
        /** The file is not one that we saved. */
        UNREADABLE,
        /** Something in the file was altered or removed. */
        UNSOUND,
        /** Something is kept already. */
        OCCUPIED
    }

    public RefusalReason reason() {
        return reason;
    }

    /** The report on a chain that is not sound; null otherwise. */
    public @Nullable ChainReport report() {
        return report;
    }
}
