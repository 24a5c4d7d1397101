package org.hashwise.consultation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The result of verifying a receipt.
 *
 * @param reproduced whether the receipt came out byte for byte, and its hash is right
 * @param intact whether its hash is that of its fields
 * @param difference the first place where the receipt differs from what came out; null when there is none, or nothing
 *     could be run
 * @param rulebook where its edition was found
 * @param edition fingerprint of that edition
 * @param engine the version that issued it
 * @param ownEngine the version that ran it again
 */
public record Verification(
        boolean reproduced,
        boolean intact,
        @Nullable Difference difference,
        Found rulebook,
        String edition,
        String engine,
        String ownEngine) {

    /**
     * @param path JSON path, such as {@code $.advice.ranking[0].score}
     * @param receipt the value there; null when there is nothing
     * @param now what came out; null when nothing did
     */
    public record Difference(
            String path,
            @Nullable JsonNode receipt,
            @Nullable JsonNode now) {}

    /** The place at which an edition was found. */
    public enum Found {
        IN_FORCE,
        /** In a folder of rules that is not in force, or in the program itself. */
        AT_HAND,
        ARCHIVED,
        /** The edition was found, and this program does not take its files any more. */
        REFUSED,
        UNKNOWN
    }
}
