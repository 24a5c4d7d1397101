package org.hashwise.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.RulebookEdit;
import org.hashwise.rulebook.model.Clause;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RuleDescription;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.text.PageText;

/** Rules in words: conditions and effects as sentences, texts with the names of what is filled in. */
public final class RulePhrases {

    private static final Pattern ABOUT = Pattern.compile("(score of|suggests) (?<subject>.+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final PageText words;
    private final List<Parameter> thresholds;

    RulePhrases(PageText words, List<Parameter> thresholds) {
        this.words = words;
        this.thresholds = List.copyOf(thresholds);
    }

    /**
     * A test case that an edit fails.
     *
     * @param place its file and line
     * @param name of the case, or what is wrong with it where nothing else is stated, in English
     * @param misses what it expects and what comes instead
     */
    public record FailedTest(String place, String name, List<String> misses) {}

    /** The test cases that an edit fails, each once. */
    public List<FailedTest> tests(List<RulebookProblem> problems) {
        Map<List<Object>, List<RulebookProblem>> byCase = problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> List.of(
                                problem.file(),
                                isMissed(problem) ? problem.arguments().get(0) : problem),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byCase.values().stream().map(this::test).toList();
    }

    private FailedTest test(List<RulebookProblem> problems) {
        RulebookProblem first = problems.get(0);
        String name = isMissed(first) ? String.valueOf(first.arguments().get(0)) : first.sentence();
        return new FailedTest(
                first.file() + ":" + first.line(),
                name,
                problems.stream()
                        .filter(RulePhrases::isMissed)
                        .map(this::missed)
                        .toList());
    }

    private static boolean isMissed(RulebookProblem problem) {
        return problem.code() == RulebookProblem.Code.CASE_FAILED;
    }

    // With the names of strategies, questions and figures.
    private String missed(RulebookProblem problem) {
        List<String> parts = problem.arguments().stream().map(String::valueOf).toList();
        return words.typeset(words.message("trial-edit.case.missed", stated(parts.get(1)), stated(parts.get(2))));
    }

    /** A path in parts between which a line may break. */
    public List<String> parts(String path) {
        return List.of(path.split("(?<=[/.])", -1));
    }

    /** The sentence for an edit. */
    String edit(RulebookEdit edit, RuleDescription rule) {
        if (edit instanceof RulebookEdit.EvidenceWeight it) {
            RuleReading.Effect now = rule.effects().get(it.effect());
            return tried(
                    name(rule), phrase(new RuleReading.Effect(now.deed(), now.strategy(), it.points())), phrase(now));
        }
        RulebookEdit.PlaceGrade it = (RulebookEdit.PlaceGrade) edit;
        RuleDescription.Action action = rule.actions().get(it.use());
        String now = Stream.of(Grade.values())
                .filter(grade -> isGrade(action, grade))
                .map(grade -> words.message("grade." + grade))
                .findFirst()
                .orElse("");
        return tried(name(rule), words.message("grade." + it.grade()), now);
    }

    /** The same of a threshold. */
    String edit(RulebookEdit.ThresholdValue edit, Parameter threshold) {
        return tried(
                words.text(threshold.meaning()), words.quantity(edit.value(), threshold.unit()), quantity(threshold));
    }

    private String tried(String subject, String value, String now) {
        return words.typeset(words.message("trial-edit.tried", subject, value, now));
    }

    /** Id and title of a rule. */
    String name(RuleDescription rule) {
        return rule.id() + ", " + words.sentence(words.text(rule.title()));
    }

    // As a case file writes it: “fires: POWER-01”, “score of HOLD: 3.0”, “economics.mnav: 1.2”.
    private String stated(String line) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? "" : line.substring(0, colon);
        String value = line.substring(colon < 0 ? 0 : colon + 2);
        if (value.equals("–") || value.equals("null")) {
            return words.message("trial-edit.case.none");
        }
        Matcher about = ABOUT.matcher(key);
        if (about.matches()) {
            String subject = about.group("subject");
            boolean isScore = key.startsWith("score");
            return words.message(
                    isScore ? "trial-edit.case.score" : "trial-edit.case.suggests",
                    isScore ? strategy(subject) : words.label(subject),
                    isScore ? words.points(Double.parseDouble(value)) : values(subject, value));
        }
        return switch (key) {
            case "fires", "silent" -> words.message("trial-edit.case." + key, value);
            case "recommends", "combines", "blocks", "viable" ->
                words.message("trial-edit.case." + key, strategy(value));
            case "extent" -> words.message("trial-edit.case.extent", words.message("extent." + value));
            case "" -> values("", value);
            default -> words.message("trial-edit.case.value", words.label(key), values(key, value));
        };
    }

    private String strategy(String code) {
        return words.strategy(Strategy.valueOf(code));
    }

    private String values(String id, String numbers) {
        return Pattern.compile(", ")
                .splitAsStream(numbers)
                .map(number -> words.value(id, Double.valueOf(number)))
                .reduce((some, next) -> words.message("rulebook.also", some, next))
                .orElse("");
    }

    /** A condition as a sentence. */
    public String condition(Clause clause) {
        return words.sentence(phrase(clause));
    }

    private String phrase(Clause clause) {
        if (clause instanceof Clause.All it) {
            return joined(it.parts(), "rulebook.and");
        } else if (clause instanceof Clause.Any it) {
            return joined(it.parts(), "rulebook.or");
        } else if (clause instanceof Clause.Comparison it) {
            String id = it.left() instanceof Clause.Figure figure ? figure.id() : "";
            return words.message(
                    "rulebook.compare."
                            + it.relation().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    operand(it.left(), ""),
                    operand(it.right(), id));
        } else if (clause instanceof Clause.Membership it) {
            String values = it.values().stream()
                    .map(value -> words.message("rulebook.choice", words.value(it.id(), value)))
                    .reduce((some, last) -> words.message("rulebook.or", some, last))
                    .orElse("");
            return words.message(it.negated() ? "rulebook.is-not" : "rulebook.is", words.label(it.id()), values);
        } else if (clause instanceof Clause.Truth it) {
            return words.message("rulebook.is", words.label(it.id()), words.value(it.id(), it.value()));
        }
        return clause instanceof Clause.Written it ? it.text() : decision(clause);
    }

    private String decision(Clause clause) {
        if (clause instanceof Clause.Existence it) {
            String fact = words.message(key("rulebook.fact", it.fact(), it.exists() ? "exists" : "none"));
            return qualified(fact, it.parts());
        } else if (clause instanceof Clause.Flag it) {
            return words.message(key("rulebook.field", it.fact(), it.field(), it.value() ? "yes" : "no"));
        }
        return clause instanceof Clause.Determined it
                ? words.message("rulebook.determined", operand(it.operand(), ""))
                : "";
    }

    private String qualified(String fact, List<Clause> parts) {
        return parts.isEmpty() ? fact : words.message("rulebook.qualified", fact, joined(parts, "rulebook.also"));
    }

    private static String key(String... parts) {
        return String.join(".", parts).toLowerCase(Locale.ROOT);
    }

    /** Returns whether a condition cannot be put otherwise than in the words of the rule language. */
    public boolean isCode(Clause clause) {
        return clause instanceof Clause.Written;
    }

    private String joined(List<Clause> parts, String key) {
        return parts.stream()
                .map(this::phrase)
                .reduce((some, last) -> words.message(key, some, last))
                .orElse("");
    }

    /** @param id of the question or metric whose unit a plain number has; empty when there is none */
    private String operand(Clause.Operand operand, String id) {
        if (operand instanceof Clause.Figure it) {
            return words.label(it.id());
        } else if (operand instanceof Clause.Threshold it) {
            return quantity(it.parameter());
        } else if (operand instanceof Clause.Constant it) {
            return id.isEmpty() ? words.number(it.value()) : words.exactly(id, new Answer.Number(it.value()));
        } else if (operand instanceof Clause.Computed it) {
            String sign = it.sign().replace('-', '−').replace('*', '×').replace('/', '÷');
            return grouped(it.left()) + " " + sign + " " + grouped(it.right());
        }
        return ofDecision(operand);
    }

    // A factor has no unit beside a sign of multiplication.
    private String grouped(Clause.Operand operand) {
        if (operand instanceof Clause.Threshold it && it.parameter().unit().equals("×")) {
            return words.number(it.parameter().value());
        }
        String text = operand(operand, "");
        return operand instanceof Clause.Computed ? "(" + text + ")" : text;
    }

    private String ofDecision(Clause.Operand operand) {
        if (operand instanceof Clause.Attribute it) {
            return words.message(key("rulebook.field", it.fact(), it.field()));
        } else if (operand instanceof Clause.Earlier it) {
            return words.message(key("rulebook.earlier", it.fact(), it.field()));
        } else if (operand instanceof Clause.Aggregate it) {
            return qualified(words.message(key("rulebook.fact", it.fact(), it.function())), it.parts());
        } else if (operand instanceof Clause.EarlierAggregate it) {
            return words.message(key("rulebook.earlier", it.function()));
        }
        if (operand instanceof Clause.Word it) {
            return words.messageOr(key("rulebook.word", it.text()), words.messageOr("grade." + it.text(), it.text()));
        }
        return operand instanceof Clause.StrategyName it
                ? words.message("rulebook.choice", words.strategy(it.strategy()))
                : "";
    }

    /** The value of a threshold with its unit. */
    public String quantity(Parameter threshold) {
        return words.quantity(threshold.value(), threshold.unit());
    }

    /** The phrase for the effect of a rule on a strategy. */
    public String effect(RuleReading.Effect effect) {
        return words.sentence(phrase(effect));
    }

    private String phrase(RuleReading.Effect effect) {
        String key = "rulebook.effect." + effect.deed().name().toLowerCase(Locale.ROOT);
        return words.message(
                effect.strength() > 0 ? key + "." + effect.strength() : key, words.strategy(effect.strategy()));
    }

    /** The phrase for an action of a rule other than to weigh strategies. */
    public String action(RuleDescription.Action action) {
        List<String> arguments = action.arguments().stream()
                .map(argument -> operand(argument, ""))
                .toList();
        String key = key("rulebook.action", action.name());
        return words.sentence(
                action.name().equals("doubt")
                        ? words.message(key, String.join(", ", arguments))
                        : words.message(key, arguments.toArray()));
    }

    /** Returns whether a rule grades its place so. */
    public boolean isGrade(RuleDescription.Action action, Grade grade) {
        return action.arguments().contains(new Clause.Word(grade.name()));
    }

    /** A text of a rule, in which the values of thresholds and the names of all other figures are filled in. */
    public String text(Text text) {
        Matcher placeholder = PLACEHOLDER.matcher(words.text(text));
        return words.typeset(placeholder.replaceAll(match -> Matcher.quoteReplacement(named(match.group(1)))));
    }

    private String named(String id) {
        return thresholds.stream()
                .filter(threshold -> id.equals("threshold." + threshold.name()))
                .map(this::inSentence)
                .findFirst()
                .orElseGet(() -> words.message("rulebook.figure", words.label(id)));
    }

    // As in an advice: money has its currency and a percentage its sign; every other unit is in the sentence.
    private String inSentence(Parameter threshold) {
        if (threshold.unit().equals("%")) {
            return quantity(threshold);
        }
        return threshold.unit().startsWith("USD")
                ? words.quantity(threshold.value(), "USD")
                : words.number(threshold.value());
    }

    /** The answers of a case in one line. */
    public String given(RuleCase example) {
        return example.given().byId().entrySet().stream()
                .map(answer -> words.label(answer.getKey())
                        + words.message("problems.colon")
                        + words.exactly(answer.getKey(), answer.getValue()))
                .collect(Collectors.joining(words.message("evidence.assuming.separator")));
    }

    /** Returns whether a case expects a rule to fire. */
    public boolean fires(RuleCase example, String rule) {
        return example.fires().contains(rule);
    }

    /** The text that a search looks at. */
    String searched(RuleDescription rule) {
        String conditions = rule.conditions().stream().map(this::phrase).collect(Collectors.joining(" "));
        String read = rule.thresholds().stream()
                .map(threshold -> words.text(threshold.meaning()))
                .collect(Collectors.joining(" "));
        return String.join(
                " ",
                rule.id(),
                words.text(rule.title()),
                text(rule.text()),
                conditions,
                read,
                topic(rule.topic()),
                words.text(rule.source()));
    }

    /** The name of a topic. */
    public String topic(String topic) {
        return words.messageOr("topic." + topic, topic);
    }
}
