package org.hashwise.mcp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one tool call, validated one by one; all problems are collected and reported together. Ids of questions
 * are accepted at the top level as well as under {@code answers}: some models leave out the object around them.
 */
final class ToolArguments {

    static final List<String> STRATEGIES =
            Arrays.stream(Strategy.values()).map(Strategy::name).toList();

    private static final String ANSWERS = "answers";
    private static final List<String> COMMON = List.of("company", "asOf", "language", ANSWERS);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Map<String, @Nullable Object> arguments;
    private final Questionnaire questionnaire;
    private final List<Problem> problems = new ArrayList<>();
    private final Language language;
    private final String company;
    private final @Nullable LocalDate asOf;
    private final Answers answers;

    /** @param own names of the arguments that the tool has besides those of an advice */
    ToolArguments(Map<String, @Nullable Object> arguments, Questionnaire questionnaire, String... own) {
        this.arguments = arguments;
        this.questionnaire = questionnaire;
        this.language = language(arguments);
        if (arguments.get("language") != null) {
            word("language", List.of("en", "fr"));
        }
        this.company = company();
        this.asOf = asOf();
        this.answers = answers(own);
    }

    /** The language that a call asks for; English unless it names another one. */
    static Language language(Map<String, @Nullable Object> arguments) {
        return arguments.get("language") instanceof String code
                ? Language.ofCode(code).orElse(Language.EN)
                : Language.EN;
    }

    Language language() {
        return language;
    }

    /** @throws InvalidArguments with all problems in the order of their fields, when there are any */
    Consultation.Request request() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::id));
            throw new InvalidArguments(problems, language);
        }
        return new Consultation.Request(company, asOf, language, answers);
    }

    boolean has(String name) {
        return arguments.get(name) != null;
    }

    void problem(String name, @Nullable Object value, Code code, List<Object> details, String suggestion) {
        problems.add(new Problem(name, value, code, details, suggestion));
    }

    boolean isProblem(String name) {
        return problems.stream().anyMatch(problem -> problem.id().equals(name));
    }

    /** The text of an argument; empty when it is absent or no text. */
    String text(String name) {
        Object value = arguments.get(name);
        if (value == null || value instanceof String) {
            return value == null ? "" : (String) value;
        }
        problem(name, value, Code.WRONG_TYPE, List.of(), "");
        return "";
    }

    /** One of some words; empty when the argument is absent or another word. */
    String word(String name, List<String> accepted) {
        String word = text(name);
        if (word.isEmpty() || accepted.contains(word)) {
            return word;
        }
        String meant = accepted.stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .or(() -> Nearest.to(word, accepted))
                .orElse("");
        problem(name, word, Code.UNKNOWN_CHOICE, List.of(accepted), meant);
        return "";
    }

    List<?> list(String name) {
        Object value = arguments.get(name);
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            problem(name, value, Code.WRONG_TYPE, List.of(), "");
        }
        return List.of();
    }

    /** The ids of questions that an argument lists. */
    Set<String> questionIds(String name) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> known =
                questionnaire.questions().stream().map(Question::id).toList();
        List<?> given = list(name);
        if (given.size() > known.size()) {
            problem(name, given.size(), Code.OVER_LIMIT, List.of(known.size()), "");
            return ids;
        }
        for (Object each : given) {
            String id = each instanceof String text ? questionnaire.renames().id(text) : "";
            if (known.contains(id)) {
                ids.add(id);
            } else {
                String meant =
                        each instanceof String text ? Nearest.to(text, known).orElse("") : "";
                problem(name, each, Code.UNKNOWN_ID, List.of(), meant);
            }
        }
        return ids;
    }

    private String company() {
        String given = text("company");
        String name = CompanyName.of(given);
        if (name.length() > CompanyName.LONGEST) {
            problem("company", name, Code.TOO_LONG, List.of(CompanyName.LONGEST), "");
        }
        if (given.chars().anyMatch(Character::isISOControl)) {
            problem("company", given, Code.CONTROL_CHARACTERS, List.of(), "");
        }
        return name;
    }

    private @Nullable LocalDate asOf() {
        String text = text("asOf");
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (MONTH.matcher(text).matches()) {
                return YearMonth.parse(text).atEndOfMonth();
            }
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            // reported below: a thirteenth month is as wrong as a word
        }
        problem("asOf", text, Code.NOT_A_DATE, List.of(), "");
        return null;
    }

    private Answers answers(String... own) {
        Map<String, @Nullable Object> raw = new TreeMap<>();
        if (arguments.get(ANSWERS) instanceof Map<?, ?> given) {
            given.forEach((id, value) -> raw.put(String.valueOf(id), value));
        } else if (arguments.get(ANSWERS) != null) {
            problem(ANSWERS, arguments.get(ANSWERS), Code.WRONG_TYPE, List.of(), "");
        }
        List<String> known = new ArrayList<>(COMMON);
        known.addAll(Arrays.asList(own));
        arguments.forEach((name, value) -> {
            if (known.contains(name)) {
                return;
            }
            if (name.indexOf('.') < 0) {
                problem(
                        name,
                        value,
                        Code.UNKNOWN_FIELD,
                        List.of(),
                        Nearest.to(name, known).orElse(""));
            } else if (raw.put(name, value) != null) {
                problem(name, value, Code.ONE_TOO_MANY, List.of(name, ANSWERS + "." + name), ANSWERS + "." + name);
            }
        });
        AnswersResult reading = new AnswersReader(questionnaire, language).read(raw);
        problems.addAll(reading.problems());
        return reading.answers();
    }
}
