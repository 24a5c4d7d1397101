package org.hashwise.rulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashwise.rulebook.content.ContentsReader;
import org.hashwise.rulebook.content.RulebookContents;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.EngineRefused;
import org.hashwise.rulebook.engine.RegulationTable;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookRejected;
import org.hashwise.rulebook.testing.CaseRunner;
import org.hashwise.rulebook.testing.RulebookUnderTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a rulebook of files, or says everything that stands in the way. */
public final class RulebookReader {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookReader.class);

    private final Problems problems = new Problems();
    private final RulebookFiles files;
    private final Optional<LocalDate> today;

    private RulebookReader(RulebookFiles files, Optional<LocalDate> today) {
        this.files = files;
        this.today = today;
    }

    /**
     * A rulebook, unless the files have errors.
     *
     * @throws RulebookRejected when the files have errors; it names all of them
     */
    public static Rulebook read(RulebookFiles files) {
        return new RulebookReader(files, Optional.empty()).read();
    }

    /**
     * Everything that is to be said about the files, as {@link #examine} says it and several times as fast: the cases are
     * run without compiling the rules.
     *
     * @param today the day on which reviews of thresholds may be due
     */
    public static List<RulebookProblem> check(RulebookFiles files, LocalDate today) {
        return new RulebookReader(files, Optional.of(today)).check();
    }

    /**
     * The rules as they stand, several times as fast as {@link #read}. Cases that fail do not stand in the way and are
     * told: what an edit changes is of interest before its cases are adapted to it.
     *
     * @throws RulebookRejected when the files have other errors
     */
    public static InterpretedRulebook proof(RulebookFiles files) {
        return new RulebookReader(files, Optional.empty()).proof();
    }

    /**
     * Compiles the rules when the program is built, so that its start need not.
     *
     * @param classes the folder that goes into the program
     * @throws RulebookRejected when the files have errors that can be seen without running the cases
     */
    static void compile(RulebookFiles files, Path classes) throws IOException {
        RulebookReader reader = new RulebookReader(files, Optional.empty());
        RulebookContents contents = new ContentsReader(files, reader.today, reader.problems).read();
        reader.stopOnErrors();
        CompiledRules.keep(classes, contents.questionnaire(), ruleSet(contents));
    }

    /** Everything that is to be said about the files, and the rulebook when they have no errors. */
    public static Examination examine(RulebookFiles files) {
        try {
            Rulebook rulebook = read(files);
            return new Examination(files.fingerprint(), rulebook.warnings(), Optional.of(rulebook));
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

    private Rulebook read() {
        RulebookContents contents = new ContentsReader(files, today, problems).read();
        stopOnErrors();
        RuleSet rules = ruleSet(contents);
        CompiledRules compiled = compile(contents, rules);
        RegulationTable regulation = regulation(contents, compiled);
        if (!PrecompiledRules.isTried(files.fingerprint())) {
            tryCases(contents, compiled, regulation);
        }
        if (problems.hasErrors()) {
            compiled.close();
        }
        stopOnErrors();
        RulebookUnderTest subject = new RulebookUnderTest(
                contents.questionnaire(),
                contents.markets(),
                rules.policy(),
                rules.decision(),
                rules.grading(),
                contents.parameters(),
                contents.schedules(),
                contents.ruleCases(),
                contents.cases(),
                compiled,
                regulation);
        return new Rulebook(
                new RulebookParts(files.fingerprint(), files, contents.strategies(), problems.all(), subject));
    }

    private List<RulebookProblem> check() {
        RulebookContents contents = new ContentsReader(files, today, problems).read();
        if (!problems.hasErrors()) {
            RuleInterpreter engine = new RuleInterpreter(contents.questionnaire(), ruleSet(contents));
            tryCases(contents, engine, regulation(contents, engine));
        }
        return problems.all();
    }

    private InterpretedRulebook proof() {
        RulebookContents contents = new ContentsReader(files, today, problems).read();
        stopOnErrors();
        RuleInterpreter engine = new RuleInterpreter(contents.questionnaire(), ruleSet(contents));
        RegulationTable regulation = regulation(contents, engine);
        tryCases(contents, engine, regulation);
        return new InterpretedRulebook(files.fingerprint(), contents, engine, regulation, problems.all());
    }

    private static RuleSet ruleSet(RulebookContents contents) {
        return new RuleSet(
                contents.rules(RuleRole.POLICY),
                contents.rules(RuleRole.DECISION),
                contents.rules(RuleRole.GRADING),
                List.of(),
                contents.thresholds());
    }

    private static RegulationTable regulation(RulebookContents contents, RuleEngine engine) {
        return new RegulationTable(engine, contents.rules(RuleRole.GRADING), contents.schedules());
    }

    private void tryCases(RulebookContents contents, RuleEngine engine, RegulationTable regulation) {
        List<Rule> grading = contents.rules(RuleRole.GRADING);
        CaseRunner trial = new CaseRunner(contents.questionnaire(), contents.markets(), engine, grading, regulation);
        contents.ruleCases().forEach(example -> trial.run(example, problems));
    }

    private CompiledRules compile(RulebookContents contents, RuleSet rules) {
        try {
            return CompiledRules.of(contents.questionnaire(), rules);
        } catch (EngineRefused refusal) {
            LOG.error("The engine refuses rules that passed every check", refusal);
            problems.error(Code.ENGINE_REFUSED, Position.of("policy"), "", "");
            throw new RulebookRejected(problems.all());
        }
    }

    private void stopOnErrors() {
        if (problems.hasErrors()) {
            throw new RulebookRejected(problems.all());
        }
    }
}
