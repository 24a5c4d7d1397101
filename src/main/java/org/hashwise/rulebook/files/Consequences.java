package org.hashwise.rulebook.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;

/** Filter of problems that only follow from others: one cause is reported once, and the rest is counted. */
final class Consequences {

    /** Problems of definitions that cannot be read, or only in part: their names are missing everywhere else. */
    private static final Set<Code> CAUSES = Set.of(
            Code.UNREADABLE_FILE,
            Code.LINKED_FILE,
            Code.NOT_UTF_8,
            Code.FORBIDDEN_CHARACTER,
            Code.FILE_TOO_LARGE,
            Code.TABLE_SYNTAX,
            Code.BAD_NAME,
            Code.BAD_RULE_ID);

    /** Problems that a missing definition causes elsewhere. */
    private static final Set<Code> MISSING_DEFINITION = Set.of(
            Code.UNKNOWN_QUESTION,
            Code.UNKNOWN_RULE,
            Code.UNKNOWN_THRESHOLD,
            Code.UNKNOWN_FACT,
            Code.UNKNOWN_FIELD,
            Code.UNKNOWN_PLACEHOLDER,
            Code.UNKNOWN_SCHEDULE,
            Code.MISSING_QUESTION,
            Code.MISSING_THRESHOLD,
            Code.MISSING_CASE,
            Code.MISSING_FILE,
            Code.NO_SNAPSHOT);

    /** Problems that unreadable characters cause in the same file. */
    private static final Set<Code> SPOILED_TEXT = Set.of(
            Code.YAML_SYNTAX,
            Code.RULE_SYNTAX,
            Code.TABLE_SYNTAX,
            Code.UNKNOWN_VALUE,
            Code.BAD_NAME,
            Code.BAD_RULE_ID,
            Code.WRONG_TYPE);

    /** From so many names that two files have in common, one of them is taken for a copy. */
    private static final int COPIED_NAMES = 3;

    /** From so many answers outside the range of a question on, the range is taken to be wrong, and not the answers. */
    private static final int ANSWERS_OUTSIDE = 5;

    private final Map<String, Position> ranges;

    /** @param ranges where those of the questions are declared, by id */
    Consequences(Map<String, Position> ranges) {
        this.ranges = Map.copyOf(ranges);
    }

    /**
     * The problems that are causes, and last the number of those held back because they follow from others.
     *
     * @param found in order, each once
     */
    List<RulebookProblem> heldBack(List<RulebookProblem> found) {
        List<RulebookProblem> all = withoutMisspeltKeys(found);
        for (RulebookProblem problem : all) {
            if (problem.code() == Code.NO_RULEBOOK) {
                return List.of(problem);
            }
        }
        List<RulebookProblem> problems = withRanges(withCopies(all));
        boolean missing = problems.stream().anyMatch(Consequences::isCause);
        boolean unit = problems.stream().anyMatch(problem -> problem.code() == Code.UNIT_MISMATCH);
        List<RulebookProblem> spoiled = problems.stream()
                .filter(problem -> problem.code() == Code.FORBIDDEN_CHARACTER || problem.code() == Code.NOT_UTF_8)
                .toList();
        boolean noMarket = problems.stream()
                .anyMatch(problem ->
                        problem.code() == Code.MISSING_FILE && problem.file().equals("market"));
        Set<List<Object>> unreadCells = problems.stream()
                .filter(Consequences::isUnreadCell)
                .map(Consequences::place)
                .collect(Collectors.toSet());
        List<RulebookProblem> shown = new ArrayList<>();
        String file = "";
        Map<List<String>, Integer> badNames = new HashMap<>();
        for (RulebookProblem problem : problems) {
            boolean again = problem.code() == Code.BAD_NAME
                    && !problem.suggestion().isEmpty()
                    && badNames.merge(List.of(problem.file(), problem.suggestion()), 1, Integer::sum) > 1;
            boolean follows = again
                    || (noMarket && problem.code() == Code.NO_SNAPSHOT)
                    || (missing && MISSING_DEFINITION.contains(problem.code()))
                    || (missing && isNameAsAnswer(problem))
                    || (unit && problem.code() == Code.UNITS_DIFFER)
                    || isSpoiled(problem, spoiled)
                    || isTypeOfOther(problem, problems)
                    || (unreadCells.contains(place(problem)) && !isUnreadCell(problem));
            if (!follows) {
                shown.add(problem);
                boolean market = noMarket && problem.file().equals("market");
                file = market || isCause(problem) || problem.code() == Code.UNIT_MISMATCH ? problem.file() : file;
            }
        }
        int heldBack = problems.size() - shown.size();
        if (heldBack > 0) {
            shown.add(RulebookProblem.of(file, Severity.ERROR, Code.HELD_BACK, heldBack));
        }
        return List.copyOf(shown);
    }

    // A rule without a readable name, or the entries of a misspelt list, are missing elsewhere.
    private static boolean isCause(RulebookProblem problem) {
        boolean nameless = problem.code() == Code.RULE_SYNTAX && problem.rule().isEmpty();
        boolean misspeltList = problem.code() == Code.UNKNOWN_KEY
                && problem.column() == 1
                && Suggestion.meant(problem.suggestion()).isPresent();
        return nameless || misspeltList || CAUSES.contains(problem.code());
    }

    /** A cell of a workbook that was refused before the table was read; what its row says is not known. */
    private static boolean isUnreadCell(RulebookProblem problem) {
        boolean refused = problem.code() == Code.FORBIDDEN_CHARACTER
                || (problem.code() == Code.TABLE_SYNTAX && problem.rule().isEmpty());
        return refused && !problem.cell().isEmpty();
    }

    /** A value that is no text or list, where another problem of its line says what it should be. */
    private static boolean isTypeOfOther(RulebookProblem problem, List<RulebookProblem> all) {
        return isOtherType(problem)
                && all.stream()
                        .anyMatch(other -> !isOtherType(other)
                                && other.file().equals(problem.file())
                                && other.line() == problem.line());
    }

    private static boolean isOtherType(RulebookProblem problem) {
        return problem.code() == Code.WRONG_TYPE
                && problem.line() > 0
                && List.of(Messages.of("expected.text"), Messages.of("expected.list"))
                        .contains(String.valueOf(problem.arguments().get(0)));
    }

    private static List<Object> place(RulebookProblem problem) {
        return List.of(problem.file(), problem.line(), problem.column());
    }

    /** A threshold as the value of a case, which is read as a text when it is not known. */
    private static boolean isNameAsAnswer(RulebookProblem problem) {
        return problem.code() == Code.BAD_ANSWER
                && String.valueOf(problem.arguments().get(0)).matches("[a-z]+[A-Z][A-Za-z0-9]*");
    }

    /** A key that is misspelt is also missing; the place where it is written says enough. */
    private static List<RulebookProblem> withoutMisspeltKeys(List<RulebookProblem> all) {
        Set<List<Object>> misspelt = all.stream()
                .filter(problem -> problem.code() == Code.UNKNOWN_KEY)
                .flatMap(problem -> Suggestion.meant(problem.suggestion()).stream()
                        .map(meant -> List.<Object>of(problem.file(), problem.rule(), meant)))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(problem -> problem.code() != Code.MISSING_KEY
                        || !misspelt.contains(List.<Object>of(
                                problem.file(),
                                problem.rule(),
                                String.valueOf(problem.arguments().get(0)))))
                .toList();
    }

    private static boolean isSpoiled(RulebookProblem problem, List<RulebookProblem> spoiled) {
        return SPOILED_TEXT.contains(problem.code())
                && spoiled.stream()
                        .anyMatch(cause -> cause.file().equals(problem.file())
                                && (problem.code() != Code.WRONG_TYPE || cause.line() == problem.line()));
    }

    /** Instead of many answers outside the range of one question, the range. */
    private List<RulebookProblem> withRanges(List<RulebookProblem> all) {
        Map<Object, List<RulebookProblem>> outside = new LinkedHashMap<>();
        for (RulebookProblem problem : all) {
            if (problem.code() == Code.OUT_OF_RANGE && problem.arguments().size() > 3) {
                outside.computeIfAbsent(problem.arguments().get(3), id -> new ArrayList<>())
                        .add(problem);
            }
        }
        outside.entrySet()
                .removeIf(entry -> entry.getValue().size() < ANSWERS_OUTSIDE || !ranges.containsKey(entry.getKey()));
        List<RulebookProblem> shown = new ArrayList<>(all);
        outside.forEach((id, answers) -> {
            shown.removeAll(answers);
            Position range = ranges.getOrDefault(String.valueOf(id), Position.of("questions"));
            RulebookProblem first = answers.get(0);
            List<Object> arguments = List.of(
                    first.arguments().get(1),
                    first.arguments().get(2),
                    answers.size(),
                    first.arguments().get(0));
            shown.add(new RulebookProblem(
                    range.file(),
                    range.line(),
                    range.column(),
                    "",
                    String.valueOf(id),
                    Severity.ERROR,
                    Code.RANGE_TOO_NARROW,
                    arguments,
                    ""));
        });
        shown.sort(RulebookProblem.IN_ORDER);
        return shown;
    }

    /** Instead of the same names one by one, the file that has them for the second time: the one with the longer name. */
    private static List<RulebookProblem> withCopies(List<RulebookProblem> all) {
        Map<List<String>, List<RulebookProblem>> doubled = new LinkedHashMap<>();
        for (RulebookProblem problem : all) {
            if (problem.code() == Code.DUPLICATE_ID) {
                String first = String.valueOf(problem.arguments().get(1)).replaceAll(":[0-9]+$", "");
                if (!first.equals(problem.file())) {
                    doubled.computeIfAbsent(List.of(problem.file(), first), files -> new ArrayList<>())
                            .add(problem);
                }
            }
        }
        doubled.values().removeIf(names -> names.size() < COPIED_NAMES);
        if (doubled.isEmpty()) {
            return all;
        }
        List<RulebookProblem> shown = new ArrayList<>(all);
        doubled.forEach((files, names) -> {
            boolean later = files.get(0).length() >= files.get(1).length();
            String copy = files.get(later ? 0 : 1);
            shown.removeAll(names);
            shown.add(
                    RulebookProblem.of(copy, Severity.ERROR, Code.COPIED_FILE, names.size(), files.get(later ? 1 : 0)));
        });
        shown.sort(RulebookProblem.IN_ORDER);
        return shown;
    }
}
