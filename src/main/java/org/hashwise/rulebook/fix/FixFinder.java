package org.hashwise.rulebook.fix;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Search for the edit that corrects a problem, where the problem leaves no choice. Workbooks are never edited. */
public final class FixFinder {

    private final RulebookFiles files;
    private final LocalDate today;
    private final Optional<? extends RuleEngine> rules;
    private final Map<String, Optional<SourceText>> sources = new HashMap<>();

    /**
     * @param today the date of what is entered without one
     * @param rules which run the cases; empty when the files cannot be read in full
     */
    public FixFinder(RulebookFiles files, LocalDate today, Optional<? extends RuleEngine> rules) {
        this.files = files;
        this.today = today;
        this.rules = rules;
    }

    /** The text of a file; empty when there is no such file, or when it is no text. */
    public Optional<SourceText> source(String file) {
        return sources.computeIfAbsent(file, path -> SourceText.in(files, path));
    }

    public Optional<TextEdit> edit(RulebookProblem problem) {
        return source(problem.file()).flatMap(source -> edit(problem, source));
    }

    private Optional<TextEdit> edit(RulebookProblem problem, SourceText source) {
        if (problem.code() == Code.CASE_FAILED) {
            return rules.flatMap(engine ->
                    example(problem, engine).flatMap(example -> new BorderCase(engine, source).edit(example)));
        }
        return new MeantWord(source)
                .edit(problem)
                .or(() -> new MissingDate(source, today, newestMarket()).edit(problem));
    }

    private static Optional<RuleCase> example(RulebookProblem problem, RuleEngine engine) {
        Position position = new Position(problem.file(), problem.line(), problem.column());
        return engine.contents().ruleCases().stream()
                .filter(each -> each.position().equals(position))
                .findFirst();
    }

    private Optional<String> newestMarket() {
        return files.paths("market", ".yaml").stream()
                .max(Comparator.naturalOrder())
                .map(path -> path.replaceAll("^market/|\\.yaml$", ""));
    }
}
