package org.hashwise.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashwise.rulebook.content.ContentsReader;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.engine.EngineRefused;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookRejected;
import org.hashwise.rulebook.testing.CaseRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reader of a rulebook from its files, or of all problems in them. */
public final class RulebookReader {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookReader.class);

    private final Problems problems;
    private final RulebookFiles files;
    private final Optional<LocalDate> today;

    private RulebookReader(RulebookFiles files, Optional<LocalDate> today) {
        this.files = files;
        this.today = today;
        this.problems = new Problems(files.paths("parameters", ".yaml").stream()
                .noneMatch(path -> files.text(path).contains("range:")));
    }

    /**
     * A rulebook, unless the files have errors.
     *
     * @throws RulebookRejected when the files have errors; it names all of them
     */
    public static Rulebook read(RulebookFiles files) {
        return new RulebookReader(files, Optional.empty()).read(TestedRules.include(files.fingerprint()));
    }

    /**
     * A rulebook that was in force before. Its cases were run then, and are neither read nor run again: this version of the program may
     * read them otherwise than the one that put it in force, and no advice depends on them.
     *
     * @throws RulebookRejected when its questions, thresholds, rules or market values have errors
     */
    static Rulebook reopen(RulebookFiles files) {
        return new RulebookReader(files, Optional.empty()).read(true);
    }

    /**
     * Everything that is to be said about the files, as {@link #examine} says it and several times as fast, as the cases are run
     * without building the network of the rules; and further tests of rules without errors, for which nothing is read again.
     *
     * @param today the day on which reviews of thresholds may be due
     */
    public static CheckedFiles check(RulebookFiles files, LocalDate today) {
        return new RulebookReader(files, Optional.of(today)).check(false);
    }

    /**
     * Files that were checked.
     *
     * @param problems errors and warnings, in order of file and line
     * @param rules interpreted, on which the cases were run; empty when the files cannot be read in full
     */
    public record CheckedFiles(RulebookFiles files, List<RulebookProblem> problems, Optional<RuleInterpreter> rules) {
        public CheckedFiles {
            problems = List.copyOf(problems);
        }

        /** Further tests of the rules; empty when there are errors. */
        public Optional<SelfTest> selfTest() {
            boolean sound = problems.stream().noneMatch(RulebookProblem::isError);
            return sound ? rules.map(SelfTest::new) : Optional.empty();
        }

        /**
         * An interpreted rulebook of these files; its problems include the cases that fail.
         *
         * @throws RulebookRejected when the files cannot be read in full
         */
        Rulebook rulebook() {
            return new Rulebook(files, rules.orElseThrow(() -> new RulebookRejected(problems)), problems);
        }
    }

    /**
     * An interpreted rulebook, several times as fast to read as by {@link #read}, for trying rules out; it is not used for
     * advice. Cases that fail are among its problems and no obstacle: what an edit changes is of interest before its
     * cases are adapted to it.
     *
     * @throws RulebookRejected when the files have other errors
     */
    public static Rulebook interpret(RulebookFiles files) {
        return new RulebookReader(files, Optional.empty())
                .check(TestedRules.include(files.fingerprint()))
                .rulebook();
    }

    /** Everything that is to be said about the files, and the rulebook when they have no errors. */
    public static Examination examine(RulebookFiles files) {
        try {
            Rulebook rulebook = read(files);
            return new Examination(files.fingerprint(), rulebook.problems(), Optional.of(rulebook));
        } catch (RulebookRejected rejected) {
            return new Examination(files.fingerprint(), rejected.problems(), Optional.empty());
        }
    }

    /**
     * The result of reading files.
     *
     * @param edition fingerprint of the files
     * @param problems errors and warnings, in order of file and line
     */
    public record Examination(String edition, List<RulebookProblem> problems, Optional<Rulebook> rulebook) {
        public Examination {
            problems = List.copyOf(problems);
        }
    }

    private Rulebook read(boolean tested) {
        RulebookContents contents = contents(tested);
        stopOnErrors();
        DroolsEngine rules = engine(contents);
        if (!tested) {
            tryCases(rules);
        }
        if (problems.hasErrors()) {
            rules.close();
        }
        stopOnErrors();
        return new Rulebook(files, rules, found());
    }

    private CheckedFiles check(boolean tested) {
        RulebookContents contents = contents(tested);
        if (problems.hasErrors()) {
            return new CheckedFiles(files, found(), Optional.empty());
        }
        RuleInterpreter rules = new RuleInterpreter(contents);
        if (!tested) {
            tryCases(rules);
        }
        return new CheckedFiles(files, found(), Optional.of(rules));
    }

    private RulebookContents contents(boolean tested) {
        ContentsReader reader = new ContentsReader(files, today, problems);
        return tested ? reader.readTested() : reader.read();
    }

    private void tryCases(RuleEngine engine) {
        CaseRunner runner = new CaseRunner(engine);
        engine.contents().ruleCases().parallelStream()
                .map(example -> {
                    Problems own = new Problems();
                    runner.run(example, own);
                    return own;
                })
                .toList()
                .forEach(problems::add);
    }

    private DroolsEngine engine(RulebookContents contents) {
        try {
            return DroolsEngine.of(contents);
        } catch (EngineRefused refusal) {
            LOG.error("The engine refuses rules that passed every check", refusal);
            problems.error(Code.ENGINE_REFUSED, Position.of("policy"), "", "");
            throw new RulebookRejected(found());
        }
    }

    private List<RulebookProblem> found() {
        List<RulebookProblem> all = problems.all();
        return problems.hasErrors() ? new RenamedDefinitions(files).collapse(all) : all;
    }

    private void stopOnErrors() {
        if (problems.hasErrors()) {
            throw new RulebookRejected(found());
        }
    }
}
