package org.hashwise.assessment;

import com.zaxxer.hikari.pool.HikariPool;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.hashwise.assessment.StoreUnavailable.FailureReason;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteException;

/** Classification of database exceptions: failures of the store against defects of the program. */
final class StoreFailures {

    private static final int PRIMARY_CODE = 0xff;

    private StoreFailures() {}

    /**
     * The first failure: a full disk ends the transaction by itself, and that it cannot be ended again says
     * nothing.
     */
    static Throwable origin(RuntimeException failure) {
        return failure instanceof TransactionSystemException ended && ended.getApplicationException() != null
                ? ended.getApplicationException()
                : failure;
    }

    /** The reason of the store for a failure; empty when that is no matter of the store. */
    static Optional<FailureReason> reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return ofFile(sqlite.getResultCode().code & PRIMARY_CODE);
            }
            if (cause instanceof SQLTransientConnectionException waited && waited.getCause() == null) {
                return Optional.of(FailureReason.BUSY);
            }
            if (cause instanceof SQLException sql) {
                Optional<FailureReason> reason = ofServer(String.valueOf(sql.getSQLState()));
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        // Only where the database itself said nothing.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HikariPool.PoolInitializationException || cause instanceof UncheckedIOException) {
                return Optional.of(FailureReason.UNREACHABLE);
            }
        }
        return Optional.empty();
    }

    // The result codes of SQLite, without what they say in addition.
    private static Optional<FailureReason> ofFile(int code) {
        return switch (code) {
            case 5, 6 -> Optional.of(FailureReason.BUSY);
            case 8 -> Optional.of(FailureReason.READ_ONLY);
            case 13 -> Optional.of(FailureReason.FULL);
            case 11, 26 -> Optional.of(FailureReason.DAMAGED);
            case 10, 14 -> Optional.of(FailureReason.UNREACHABLE);
            default -> Optional.empty();
        };
    }

    // The states of PostgreSQL by their class, but for those that say it exactly.
    private static Optional<FailureReason> ofServer(String state) {
        return switch (state) {
            case "53100" -> Optional.of(FailureReason.FULL);
            case "25006" -> Optional.of(FailureReason.READ_ONLY);
            case "XX001", "XX002" -> Optional.of(FailureReason.DAMAGED);
            case "53300", "55P03", "40001", "40P01" -> Optional.of(FailureReason.BUSY);
            default ->
                state.startsWith("08")
                                || state.startsWith("57P")
                                || state.startsWith("28")
                                || state.equals("3D000")
                                || state.startsWith("58")
                        ? Optional.of(FailureReason.UNREACHABLE)
                        : Optional.empty();
        };
    }
}
