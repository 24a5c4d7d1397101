package org.hashwise.consultation;

import java.util.Optional;
import org.hashwise.assessment.Editions;
import org.hashwise.consultation.Verification.Found;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.RulebookFiles;
import org.hashwise.rulebook.RulebookRejected;
import org.hashwise.rulebook.RulesLocation;

/** A place where editions of the rulebook may be found. */
public interface Shelf {

    /** What is said about an edition that was found here. */
    Found found();

    /** The files with this fingerprint. */
    Optional<RulebookFiles> files(String fingerprint);

    /** The only edition of a folder, or of the program itself. */
    static Shelf of(RulesLocation location) {
        return new Shelf() {
            @Override
            public Found found() {
                return Found.AT_HAND;
            }

            @Override
            public Optional<RulebookFiles> files(String fingerprint) {
                try {
                    return Optional.of(location.files())
                            .filter(files -> files.fingerprint().equals(fingerprint));
                } catch (RulebookRejected noSuchFolder) {
                    return Optional.empty();
                }
            }
        };
    }

    /** An archive. */
    static Shelf of(Editions archive) {
        return new Shelf() {
            @Override
            public Found found() {
                return Found.ARCHIVED;
            }

            @Override
            public Optional<RulebookFiles> files(String fingerprint) {
                return archive.edition(fingerprint).flatMap(packed -> PackedFiles.unpack(packed, fingerprint));
            }
        };
    }
}
