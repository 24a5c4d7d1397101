package org.hashwise.consultation;

import java.time.Instant;
import org.hashwise.advice.Advice;
import org.hashwise.assessment.Receipt;
import org.jspecify.annotations.Nullable;

/** Issuing and verification of receipts. Thread-safe. */
public interface Receipts {

    /** An advice and its record, of one and the same evaluation. */
    record Issued(Advice advice, Receipt receipt) {}

    /** An advice whose record lacks only its place in the chain. */
    interface Pending {

        Advice advice();

        /**
         * Takes a millisecond or two, so that it may be done while the chain is locked.
         *
         * @param previous hash of the receipt before it in the store; null for the first one
         */
        Issued after(@Nullable String previous);
    }

    /**
     * Advises, and keeps the edition of the rulebook in the archive when it is not there yet. Not to be called inside a
     * transaction: the archive writes in one of its own.
     *
     * @param assessment id of the assessment
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    Pending prepare(Consultation.Request request, String assessment, int version, Instant at);

    /** The same in one step. */
    default Issued issue(
            Consultation.Request request, String assessment, int version, Instant at, @Nullable String previous) {
        return prepare(request, assessment, version, at).after(previous);
    }

    /** Runs a receipt again, with its own answers, market and edition of the rulebook. */
    Verification verify(Receipt receipt);

    /**
     * Runs a receipt again, with its own answers and edition, and the market that the edition has for the day.
     *
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    Verification reissue(Receipt receipt);
}
