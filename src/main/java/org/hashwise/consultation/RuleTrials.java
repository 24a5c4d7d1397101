package org.hashwise.consultation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashwise.analysis.Cancellation;
import org.hashwise.comparison.ComparedRulebook;
import org.hashwise.comparison.RulebookComparison;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookEdit;
import org.hashwise.rulebook.RulebookFixer;
import org.hashwise.rulebook.RulesFolderWriter;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Service that tries an edit of the rulebook in force, and writes it into the rules folder once the checks pass. A trial is
 * computed for one request and not stored, so that no other visitor is advised by it.
 */
@Service
public class RuleTrials {

    /** The number of companies that are drawn for a trial. */
    public static final int COMPANIES = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(RuleTrials.class);

    private final ActiveRulebook rulebooks;
    private final Clock clock;

    RuleTrials(ActiveRulebook rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /** Result of writing an edit. */
    public enum WriteResult {
        WRITTEN,
        /** The checks object to the edited files. */
        UNSOUND,
        /** The folder has other files than those in force. */
        CHANGED_MEANWHILE,
        /** The folder cannot be written to. */
        FAILED
    }

    /** Returns whether the rules come from a folder into which the program may write. */
    public boolean isWritable() {
        return rulebooks.folder().filter(Files::isWritable).isPresent();
    }

    /** Tries an edit; empty when the rulebook has not what is to be edited, or when it cannot be read with the edit. */
    public Optional<RuleTrial> trial(RulebookEdit edit) {
        Rulebook before = rulebooks.current();
        return edit.in(before.files(), before, Optional.empty()).flatMap(after -> compared(before, after));
    }

    // Cases that fail do not prevent a comparison; other errors do.
    private Optional<RuleTrial> compared(Rulebook before, RulebookFiles after) {
        try (Rulebook tried = RulebookFixer.interpret(after, today())) {
            tried.verifyBytecodeBriefly();
            ComparedRulebook changed = new ComparedRulebook("", tried);
            RulebookComparison comparison =
                    RulebookComparison.of(new ComparedRulebook("", before), changed, COMPANIES, Cancellation.current());
            return Optional.of(new RuleTrial(
                    before.files(),
                    tried.files(),
                    changed.failingCases(),
                    comparison.cases(),
                    comparison.caseChanges(),
                    comparison.companies(),
                    comparison.changed(),
                    comparison.rescored(),
                    comparison.changes(),
                    comparison.rules()));
        } catch (RulebookRejected rejected) {
            return Optional.empty();
        }
    }

    /** The edited files with the note; empty when the rulebook has not what is to be edited. */
    public Optional<RulebookFiles> edited(RulebookEdit edit, Optional<EditNote> note) {
        Rulebook rulebook = rulebooks.current();
        return edit.in(rulebook.files(), rulebook, note).map(files -> RulebookFixer.fix(files, today()));
    }

    /** Writes an edit into the rules folder; it is in force within seconds. */
    public synchronized WriteResult write(RulebookEdit edit, String who, String why) {
        Optional<Path> folder = rulebooks.folder();
        Rulebook before = rulebooks.current();
        Optional<RulebookFiles> edited = edit.in(before.files(), before, Optional.of(new EditNote(who, today(), why)));
        if (folder.isEmpty() || edited.isEmpty()) {
            return WriteResult.FAILED;
        }
        try (Rulebook after = RulebookFixer.interpret(edited.get(), today())) {
            if (!isSound(after)) {
                return WriteResult.UNSOUND;
            }
            List<String> paths = new RulesFolderWriter(folder.get()).write(before.files(), after.files());
            LOG.info("{} wrote {} ({})", who, paths, edit);
            return WriteResult.WRITTEN;
        } catch (RulebookRejected rejected) {
            return WriteResult.UNSOUND;
        } catch (RulesFolderWriter.FileConflict changed) {
            return WriteResult.CHANGED_MEANWHILE;
        } catch (IOException failure) {
            LOG.warn("An edit of {} could not be written: {}", who, failure.toString());
            return WriteResult.FAILED;
        }
    }

    private static boolean isSound(Rulebook rulebook) {
        return rulebook.problems().stream().noneMatch(RulebookProblem::isError);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
