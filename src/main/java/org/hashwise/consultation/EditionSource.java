package org.hashwise.consultation;

import java.util.Optional;
import java.util.function.Function;
import org.hashwise.consultation.Verification.Found;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.RulesLocation;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;

/** A source of archived rulebook editions. */
public interface EditionSource {

    /** The kind of place at which an edition was found. */
    Found found();

    /** The files with this fingerprint. */
    Optional<RulebookFiles> files(String fingerprint);

    /** The only edition of a folder, or of the program itself. */
    static EditionSource of(RulesLocation location) {
        return new EditionSource() {
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

    /** @param archive gives the packed files of an edition */
    static EditionSource archive(Function<String, Optional<byte[]>> archive) {
        return new EditionSource() {
            @Override
            public Found found() {
                return Found.ARCHIVED;
            }

            @Override
            public Optional<RulebookFiles> files(String fingerprint) {
                return archive.apply(fingerprint).flatMap(packed -> PackedFiles.unpack(packed, fingerprint));
            }
        };
    }
}
