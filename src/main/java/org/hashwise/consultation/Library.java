package org.hashwise.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hashwise.consultation.Verification.Found;
import org.hashwise.rulebook.OpenEditions;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookFiles;
import org.hashwise.rulebook.RulebookRejected;
import org.hashwise.rulebook.Rulebooks;
import org.jspecify.annotations.Nullable;

/** Finds and opens editions of the rulebook by their fingerprints. Thread-safe. */
public final class Library implements AutoCloseable {

    private final @Nullable Rulebooks inForce;
    private final OpenEditions open;
    private final List<Shelf> shelves;
    private final Map<String, Found> foundBefore = new ConcurrentHashMap<>();

    /** @param shelves in the order in which they are looked at */
    public Library(OpenEditions open, List<Shelf> shelves) {
        this(null, open, shelves);
    }

    /** @param inForce is looked at first */
    Library(@Nullable Rulebooks inForce, OpenEditions open, List<Shelf> shelves) {
        this.inForce = inForce;
        this.open = open;
        this.shelves = List.copyOf(shelves);
    }

    /**
     * An edition that stays open until it is given back.
     *
     * @param rulebook null when it was not found, or is not taken any more
     */
    record Copy(Found found, @Nullable Rulebook rulebook, Runnable giveBack) implements AutoCloseable {
        @Override
        public void close() {
            giveBack.run();
        }
    }

    Copy open(String fingerprint) {
        if (inForce != null) {
            Rulebooks.Hold hold = inForce.hold();
            if (inForce.current().edition().equals(fingerprint)) {
                return new Copy(Found.IN_FORCE, inForce.current(), hold::close);
            }
            hold.close();
        }
        try {
            return open.borrow(fingerprint, () -> files(fingerprint))
                    .map(loan -> new Copy(
                            foundBefore.getOrDefault(fingerprint, Found.ARCHIVED), loan.rulebook(), loan::close))
                    .orElseGet(() -> new Copy(Found.UNKNOWN, null, () -> {}));
        } catch (RulebookRejected refused) {
            return new Copy(Found.REFUSED, null, () -> {});
        }
    }

    private Optional<RulebookFiles> files(String fingerprint) {
        for (Shelf shelf : shelves) {
            Optional<RulebookFiles> files = shelf.files(fingerprint);
            if (files.isPresent()) {
                foundBefore.put(fingerprint, shelf.found());
                return files;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        open.close();
    }
}
