package org.hashwise.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;

/**
 * Search for the one cause of several problems about the same name: a definition that was misspelt, renamed or deleted. The
 * cause is reported where the definition is, or else at the first place that uses the name, with the number of places.
 */
final class RenamedDefinitions {

    /** Problems with a name that nothing defines: the last argument of fields, the first of all others. */
    private static final Set<Code> NAMES = Set.of(
            Code.UNKNOWN_THRESHOLD,
            Code.UNKNOWN_PLACEHOLDER,
            Code.UNKNOWN_QUESTION,
            Code.UNKNOWN_FIELD,
            Code.UNKNOWN_FACT,
            Code.UNKNOWN_RULE,
            Code.UNKNOWN_SCHEDULE,
            Code.NO_SNAPSHOT,
            Code.MISSING_QUESTION,
            Code.MISSING_THRESHOLD);

    /** From so many places on, a name with a similar one that is used elsewhere is taken for a lost definition. */
    private static final int PLACES = 5;

    /** From so many lost definitions on, one message reports all of them: a whole file or folder is missing. */
    private static final int DEFINITIONS = 4;

    private final RulebookFiles files;

    RenamedDefinitions(RulebookFiles files) {
        this.files = files;
    }

    /** The problems, with one for each cause in place of all that follow from it. */
    List<RulebookProblem> collapse(List<RulebookProblem> problems) {
        Map<String, List<RulebookProblem>> byName = new LinkedHashMap<>();
        for (RulebookProblem problem : problems) {
            if (problem.isError() && NAMES.contains(problem.code())) {
                byName.computeIfAbsent(missingName(problem), name -> new ArrayList<>())
                        .add(problem);
            }
        }
        // A threshold alone as the value of a case is read as a text when it does not exist.
        for (RulebookProblem problem : problems) {
            List<RulebookProblem> same = problem.code() == Code.BAD_ANSWER ? byName.get(missingName(problem)) : null;
            if (same != null) {
                same.add(problem);
            }
        }
        List<RulebookProblem> collapsed = new ArrayList<>(problems);
        Map<String, List<RulebookProblem>> lost = new LinkedHashMap<>();
        byName.forEach((name, same) -> {
            Optional<RulebookProblem> renamed = same.size() < 2
                    ? Optional.empty()
                    : renamed(name, same).or(() -> renamedRule(name, same, byName, problems));
            if (renamed.isPresent()) {
                collapsed.removeAll(same);
                collapsed.removeIf(problem -> problem.code() == Code.MISSING_CASE
                        && problem.arguments()
                                .equals(List.of(renamed.get().arguments().get(0))));
                collapsed.add(renamed.get());
            } else if (same.size() >= PLACES
                    || same.stream().allMatch(problem -> meant(problem).isEmpty())) {
                lost.put(name, same);
            }
        });
        if (lost.size() >= DEFINITIONS) {
            byName.forEach((name, same) -> {
                if (same.size() > 1 && collapsed.contains(same.get(0))) {
                    lost.put(name, same);
                }
            });
            lost.values().forEach(collapsed::removeAll);
            collapsed.add(undefined(lost));
        } else {
            lost.values().removeIf(same -> same.size() < 2);
            lost.forEach((name, same) -> {
                collapsed.removeAll(same);
                collapsed.add(at(same.get(0), Code.UNDEFINED_NAME, List.of(name, same.size())));
            });
        }
        collapsed.sort(Comparator.<RulebookProblem, Boolean>comparing(problem -> problem.code() == Code.HELD_BACK)
                .thenComparing(RulebookProblem.IN_ORDER));
        return collapsed;
    }

    private static String missingName(RulebookProblem problem) {
        int argument =
                problem.code() == Code.UNKNOWN_FIELD ? problem.arguments().size() - 1 : 0;
        return lastPart(String.valueOf(problem.arguments().get(argument)));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Optional<String> meant(RulebookProblem problem) {
        return Suggestion.meant(problem.suggestion()).map(RenamedDefinitions::lastPart);
    }

    // The likely word is the renamed definition when it is written nowhere but there.
    private Optional<RulebookProblem> renamed(String name, List<RulebookProblem> same) {
        return same.stream()
                .flatMap(problem -> meant(problem).stream())
                .findFirst()
                .flatMap(meant -> onlyPlace(meant).map(place -> renamed(place, meant, name, same.size())));
    }

    // The only rule without cases is the renamed one when cases name exactly one rule that does not exist.
    private static Optional<RulebookProblem> renamedRule(
            String name,
            List<RulebookProblem> same,
            Map<String, List<RulebookProblem>> byName,
            List<RulebookProblem> problems) {
        long missing = byName.values().stream()
                .filter(each -> each.get(0).code() == Code.UNKNOWN_RULE)
                .count();
        List<RulebookProblem> untried = problems.stream()
                .filter(problem -> problem.code() == Code.MISSING_CASE)
                .toList();
        Set<String> rules = untried.stream()
                .map(problem -> String.valueOf(problem.arguments().get(0)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (missing != 1 || same.get(0).code() != Code.UNKNOWN_RULE || rules.size() != 1) {
            return Optional.empty();
        }
        RulebookProblem place = untried.get(0);
        return Optional.of(renamed(
                new Position(place.file(), place.line(), place.column()),
                String.valueOf(place.arguments().get(0)),
                name,
                same.size()));
    }

    private static RulebookProblem renamed(Position place, String written, String used, int places) {
        return new RulebookProblem(
                place.file(),
                place.line(),
                place.column(),
                "",
                "",
                Severity.ERROR,
                Code.RENAMED_DEFINITION,
                List.of(written, used, places),
                Suggestion.of(used));
    }

    private static RulebookProblem undefined(Map<String, List<RulebookProblem>> lost) {
        RulebookProblem first = lost.values().iterator().next().get(0);
        int places = lost.values().stream().mapToInt(List::size).sum();
        String names = lost.keySet().stream().limit(DEFINITIONS).collect(Collectors.joining(", "));
        return at(first, Code.UNDEFINED_NAMES, List.of(lost.size(), places, names));
    }

    private static RulebookProblem at(RulebookProblem place, Code code, List<Object> arguments) {
        return new RulebookProblem(
                place.file(),
                place.line(),
                place.column(),
                place.cell(),
                "",
                Severity.ERROR,
                code,
                arguments,
                code == Code.UNDEFINED_NAME ? place.suggestion() : "");
    }

    private Optional<Position> onlyPlace(String word) {
        Pattern whole = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(word) + "(?![A-Za-z0-9_])");
        List<Position> found = new ArrayList<>();
        for (String path : files.contentByPath().keySet()) {
            if (!path.endsWith(".xlsx")) {
                String text = files.text(path);
                Matcher matcher = whole.matcher(text);
                while (found.size() < 2 && matcher.find()) {
                    String before = text.substring(0, matcher.start());
                    int lineStart = before.lastIndexOf('\n') + 1;
                    found.add(new Position(
                            path,
                            1 + (int) before.chars().filter(c -> c == '\n').count(),
                            1 + before.codePointCount(lineStart, before.length())));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
