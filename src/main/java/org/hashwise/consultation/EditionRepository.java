package org.hashwise.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hashwise.consultation.Verification.Found;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;
import org.jspecify.annotations.Nullable;

/** Repository of rulebook editions by fingerprint. Thread-safe. */
public final class EditionRepository implements AutoCloseable {

    private final @Nullable ActiveRulebook inForce;
    private final RulebookCache open;
    private final List<EditionSource> sources;
    private final Map<String, Found> foundBefore = new ConcurrentHashMap<>();

    /** @param sources in the order in which they are looked at */
    public EditionRepository(RulebookCache open, List<EditionSource> sources) {
        this(null, open, sources);
    }

    /** @param inForce is looked at first */
    public EditionRepository(@Nullable ActiveRulebook inForce, RulebookCache open, List<EditionSource> sources) {
        this.inForce = inForce;
        this.open = open;
        this.sources = List.copyOf(sources);
    }

    /**
     * An edition that stays open until it is given back.
     *
     * @param rulebook null when it was not found, or is not taken any more
     */
    record EditionLease(Found found, @Nullable Rulebook rulebook, Runnable giveBack) implements AutoCloseable {
        @Override
        public void close() {
            giveBack.run();
        }
    }

    EditionLease open(String fingerprint) {
        if (inForce != null) {
            ActiveRulebook.Lease lease = inForce.lease();
            if (inForce.current().edition().equals(fingerprint)) {
                return new EditionLease(Found.IN_FORCE, inForce.current(), lease::close);
            }
            lease.close();
        }
        try {
            return open.borrow(fingerprint, () -> files(fingerprint))
                    .map(loan -> new EditionLease(
                            foundBefore.getOrDefault(fingerprint, Found.ARCHIVED), loan.rulebook(), loan::close))
                    .orElseGet(() -> new EditionLease(Found.UNKNOWN, null, () -> {}));
        } catch (RulebookRejected refused) {
            return new EditionLease(Found.REFUSED, null, () -> {});
        }
    }

    private Optional<RulebookFiles> files(String fingerprint) {
        for (EditionSource source : sources) {
            Optional<RulebookFiles> files = source.files(fingerprint);
            if (files.isPresent()) {
                foundBefore.put(fingerprint, source.found());
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
