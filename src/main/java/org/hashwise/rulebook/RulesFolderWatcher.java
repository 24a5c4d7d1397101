package org.hashwise.rulebook;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.RulebookReader.Examination;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.hashwise.rulebook.model.RulebookRejected;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watcher of the rules folder, which submits changed files to the {@link ActiveRulebook}. It polls, because what
 * file systems announce of their own accord differs from one to the next. Not thread-safe: one thread looks.
 */
final class RulesFolderWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFolderWatcher.class);

    /** Within this time a file system may give two different contents the same stamp. */
    private static final Duration COARSEST_STAMP = Duration.ofSeconds(2);

    private final ActiveRulebook activeRulebook;
    private final Path folder;
    private final Clock clock;
    private @Nullable FolderSnapshot seen;
    private @Nullable FolderSnapshot settled;
    private String examined;

    RulesFolderWatcher(ActiveRulebook activeRulebook, Path folder, Clock clock) {
        this.activeRulebook = activeRulebook;
        this.folder = folder;
        this.clock = clock;
        this.examined = "";
    }

    /**
     * Looks once. What has changed is read when it is still the same at the next look: half a save is no save.
     *
     * @return whether there is a change for the next look to read
     */
    boolean look() {
        FolderSnapshot now = FolderSnapshot.of(folder);
        if (now.equals(settled)) {
            return false;
        }
        if (!now.equals(seen)) {
            seen = now;
            return true;
        }
        FolderReading reading = FolderReading.of(folder);
        if (!FolderSnapshot.of(folder).equals(now)) {
            return false;
        }
        settled = now.isOlderThan(clock.instant().minus(COARSEST_STAMP)) ? now : null;
        String content =
                reading.edition() + reading.unreadable() + reading.files().unread();
        if (!content.equals(examined)) {
            examined = content;
            put(reading);
        }
        return false;
    }

    private void put(FolderReading reading) {
        if (reading.files().unread().isEmpty()
                && reading.edition().equals(activeRulebook.current().edition())) {
            activeRulebook.dropDraft();
        } else {
            activeRulebook.take(reading.examined());
        }
    }

    /**
     * One reading of the folder.
     *
     * @param edition empty when it cannot be read, which {@code unreadable} explains
     */
    private record FolderReading(String edition, RulebookFiles files, List<RulebookProblem> unreadable) {

        static FolderReading of(Path folder) {
            try {
                RulebookFiles files = RulebookFiles.in(folder);
                return new FolderReading(files.fingerprint(), files, List.of());
            } catch (RulebookRejected rejected) {
                return new FolderReading("", new RulebookFiles(Map.of()), rejected.problems());
            } catch (UncheckedIOException failure) {
                return new FolderReading(
                        "",
                        new RulebookFiles(Map.of()),
                        List.of(problem(folder, Code.UNREADABLE_FILE, String.valueOf(failure.getMessage()))));
            }
        }

        Examination examined() {
            if (!unreadable.isEmpty()) {
                return new Examination(edition, unreadable, Optional.empty());
            }
            try {
                return RulebookReader.examine(files);
            } catch (RuntimeException | StackOverflowError failure) {
                // A fault of the program; analysts have to learn that the edit did not come into force.
                LOG.error("The changed rules could not be examined", failure);
                RulebookProblem refused =
                        problem(Path.of("policy"), Code.ENGINE_REFUSED, Messages.of("examination-failed"));
                return new Examination(edition, List.of(refused), Optional.empty());
            }
        }

        private static RulebookProblem problem(Path file, Code code, String argument) {
            return new RulebookProblem(file.toString(), 0, 0, "", "", Severity.ERROR, code, List.of(argument), "");
        }
    }
}
