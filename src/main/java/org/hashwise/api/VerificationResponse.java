package org.hashwise.api;

import java.util.Locale;
import org.hashwise.consultation.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a receipt, as JSON.
 *
 * @param hash {@code matches} or {@code differs}
 * @param rulebook {@code in force}, {@code at hand}, {@code archived}, {@code refused} or {@code unknown}
 */
record VerificationResponse(
        boolean reproduced,
        String hash,
        Verification.@Nullable Difference difference,
        String rulebook,
        String edition,
        EngineItem engine) {

    /**
     * @param receipt the version that issued the receipt
     * @param now the version that ran it again
     */
    record EngineItem(String receipt, String now, boolean same) {}

    static VerificationResponse of(Verification verification) {
        return new VerificationResponse(
                verification.reproduced(),
                verification.intact() ? "matches" : "differs",
                verification.difference(),
                verification.rulebook().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                verification.edition(),
                new EngineItem(
                        verification.engine(),
                        verification.ownEngine(),
                        verification.engine().equals(verification.ownEngine())));
    }
}
