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
import org.hashwise.rulebook.model.ArithmeticOperator;
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

    private final PageText texts;
    private final List<Parameter> thresholds;

    RulePhrases(PageText texts, List<Parameter> thresholds) {
        this.texts = texts;
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
        return texts.typeset(texts.message("trial-edit.case.missed", stated(parts.get(1)), stated(parts.get(2))));
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
                    name(rule), phrase(new RuleReading.Effect(now.type(), now.strategy(), it.points())), phrase(now));
        }
        RulebookEdit.PlaceGrade it = (RulebookEdit.PlaceGrade) edit;
        RuleDescription.Action action = rule.actions().get(it.use());
        String now = Stream.of(Grade.values())
                .filter(grade -> isGrade(action, grade))
                .map(grade -> texts.message("grade." + grade))
                .findFirst()
                .orElse("");
        return tried(name(rule), texts.message("grade." + it.grade()), now);
    }

    /** The same of a threshold. */
    String edit(RulebookEdit.ThresholdValue edit, Parameter threshold) {
        return tried(
                texts.text(threshold.meaning()), texts.quantity(edit.value(), threshold.unit()), quantity(threshold));
    }

    private String tried(String subject, String value, String now) {
        return texts.typeset(texts.message("trial-edit.tried", subject, value, now));
    }

    /** Id and title of a rule. */
    String name(RuleDescription rule) {
        return rule.id() + ", " + texts.sentence(texts.text(rule.title()));
    }

    // As a case file writes it: “fires: POWER-01”, “score of HOLD: 3.0”, “economics.mnav: 1.2”.
    private String stated(String line) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? "" : line.substring(0, colon);
        String value = line.substring(colon < 0 ? 0 : colon + 2);
        if (value.equals("–") || value.equals("null")) {
            return texts.message("trial-edit.case.none");
        }
        Matcher about = ABOUT.matcher(key);
        if (about.matches()) {
            String subject = about.group("subject");
            boolean isScore = key.startsWith("score");
            return texts.message(
                    isScore ? "trial-edit.case.score" : "trial-edit.case.suggests",
                    isScore ? strategy(subject) : texts.label(subject),
                    isScore ? texts.points(Double.parseDouble(value)) : values(subject, value));
        }
        return switch (key) {
            case "fires", "silent" -> texts.message("trial-edit.case." + key, value);
            case "recommends", "combines", "blocks", "viable" ->
                texts.message("trial-edit.case." + key, strategy(value));
            case "extent" -> texts.message("trial-edit.case.extent", texts.message("extent." + value));
            case "" -> values("", value);
            default -> texts.message("trial-edit.case.value", texts.label(key), values(key, value));
        };
    }

    private String strategy(String code) {
        return texts.strategy(Strategy.valueOf(code));
    }

    private String values(String id, String numbers) {
        return Pattern.compile(", ")
                .splitAsStream(numbers)
                .map(number -> texts.value(id, Double.valueOf(number)))
                .reduce((some, next) -> texts.message("rulebook.also", some, next))
                .orElse("");
    }

    /** A condition as a sentence. */
    public String condition(Clause clause) {
        return texts.sentence(phrase(clause));
    }

    private String phrase(Clause clause) {
        if (clause instanceof Clause.All it) {
            return joined(it.parts(), "rulebook.and");
        } else if (clause instanceof Clause.Any it) {
            return joined(it.parts(), "rulebook.or");
        } else if (clause instanceof Clause.Comparison it) {
            String id = it.left() instanceof Clause.Figure figure ? figure.id() : "";
            return texts.message(
                    "rulebook.compare."
                            + it.relation().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    operand(it.left(), ""),
                    operand(it.right(), id));
        } else if (clause instanceof Clause.Membership it) {
            String values = it.values().stream()
                    .map(value -> texts.message("rulebook.choice", texts.value(it.id(), value)))
                    .reduce((some, last) -> texts.message("rulebook.or", some, last))
                    .orElse("");
            return texts.message(it.negated() ? "rulebook.is-not" : "rulebook.is", texts.label(it.id()), values);
        } else if (clause instanceof Clause.Truth it) {
            return texts.message("rulebook.is", texts.label(it.id()), texts.value(it.id(), it.value()));
        }
        return clause instanceof Clause.Written it ? it.text() : decision(clause);
    }

    private String decision(Clause clause) {
        if (clause instanceof Clause.Existence it) {
            String fact = texts.message(key("rulebook.fact", it.fact(), it.exists() ? "exists" : "none"));
            return qualified(fact, it.parts());
        } else if (clause instanceof Clause.Flag it) {
            return texts.message(key("rulebook.field", it.fact(), it.field(), it.value() ? "yes" : "no"));
        }
        return clause instanceof Clause.Determined it
                ? texts.message("rulebook.determined", operand(it.operand(), ""))
                : "";
    }

    private String qualified(String fact, List<Clause> parts) {
        return parts.isEmpty() ? fact : texts.message("rulebook.qualified", fact, joined(parts, "rulebook.also"));
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
                .reduce((some, last) -> texts.message(key, some, last))
                .orElse("");
    }

    /** @param id of the question or metric whose unit a plain number has; empty when there is none */
    private String operand(Clause.Operand operand, String id) {
        if (operand instanceof Clause.Figure it) {
            return texts.label(it.id());
        } else if (operand instanceof Clause.Threshold it) {
            return quantity(it.parameter());
        } else if (operand instanceof Clause.Constant it) {
            return id.isEmpty() ? texts.number(it.value()) : texts.exactly(id, new Answer.Number(it.value()));
        } else if (operand instanceof Clause.Computed it) {
            return grouped(it.left()) + " " + sign(it.operator()) + " " + grouped(it.right());
        }
        return ofDecision(operand);
    }

    private static String sign(ArithmeticOperator operator) {
        return switch (operator) {
            case PLUS -> "+";
            case MINUS -> "−";
            case TIMES -> "×";
            case DIVIDED_BY -> "÷";
        };
    }

    // A factor has no unit beside a sign of multiplication.
    private String grouped(Clause.Operand operand) {
        if (operand instanceof Clause.Threshold it && it.parameter().unit().equals("×")) {
            return texts.number(it.parameter().value());
        }
        String text = operand(operand, "");
        return operand instanceof Clause.Computed ? "(" + text + ")" : text;
    }

    private String ofDecision(Clause.Operand operand) {
        if (operand instanceof Clause.Attribute it) {
            return texts.message(key("rulebook.field", it.fact(), it.field()));
        } else if (operand instanceof Clause.Earlier it) {
            return texts.message(key("rulebook.earlier", it.fact(), it.field()));
        } else if (operand instanceof Clause.Accumulation it) {
            return qualified(
                    texts.message(key("rulebook.fact", it.fact(), it.function().toString())), it.parts());
        } else if (operand instanceof Clause.EarlierAccumulation it) {
            return texts.message(key("rulebook.earlier", it.function().toString()));
        }
        if (operand instanceof Clause.Word it) {
            return texts.messageOr(key("rulebook.word", it.text()), texts.messageOr("grade." + it.text(), it.text()));
        }
        return operand instanceof Clause.StrategyName it
                ? texts.message("rulebook.choice", texts.strategy(it.strategy()))
                : "";
    }

    /** The value of a threshold with its unit. */
    public String quantity(Parameter threshold) {
        return texts.quantity(threshold.value(), threshold.unit());
    }

    /** The phrase for the effect of a rule on a strategy. */
    public String effect(RuleReading.Effect effect) {
        return texts.sentence(phrase(effect));
    }

    private String phrase(RuleReading.Effect effect) {
        String key = "rulebook.effect." + effect.type().name().toLowerCase(Locale.ROOT);
        return texts.message(
                effect.strength() > 0 ? key + "." + effect.strength() : key, texts.strategy(effect.strategy()));
    }

    /** The phrase for an action of a rule other than to weigh strategies. */
    public String action(RuleDescription.Action action) {
        List<String> arguments = action.arguments().stream()
                .map(argument -> operand(argument, ""))
                .toList();
        String key = key("rulebook.action", action.name());
        return texts.sentence(
                action.name().equals("doubt")
                        ? texts.message(key, String.join(", ", arguments))
                        : texts.message(key, arguments.toArray()));
    }

    /** Returns whether a rule grades its place so. */
    public boolean isGrade(RuleDescription.Action action, Grade grade) {
        return action.arguments().contains(new Clause.Word(grade.name()));
    }

    /** A text of a rule, in which the values of thresholds and the names of all other figures are filled in. */
    public String text(Text text) {
        Matcher placeholder = PLACEHOLDER.matcher(texts.text(text));
        return texts.typeset(placeholder.replaceAll(match -> Matcher.quoteReplacement(named(match.group(1)))));
    }

    private String named(String id) {
        return thresholds.stream()
                .filter(threshold -> id.equals("threshold." + threshold.name()))
                .map(this::inSentence)
                .findFirst()
                .orElseGet(() -> texts.message("rulebook.figure", texts.label(id)));
    }

    // As in an advice: money has its currency and a percentage its sign; every other unit is in the sentence.
    private String inSentence(Parameter threshold) {
        if (threshold.unit().equals("%")) {
            return quantity(threshold);
        }
        return threshold.unit().startsWith("USD")
                ? texts.quantity(threshold.value(), "USD")
                : texts.number(threshold.value());
    }

    /** The answers of a case in one line. */
    public String given(RuleCase example) {
        return example.given().byId().entrySet().stream()
                .map(answer -> texts.label(answer.getKey())
                        + texts.message("problems.colon")
                        + texts.exactly(answer.getKey(), answer.getValue()))
                .collect(Collectors.joining(texts.message("evidence.assuming.separator")));
    }

    /** Returns whether a case expects a rule to fire. */
    public boolean fires(RuleCase example, String rule) {
        return example.fires().contains(rule);
    }

    /** The text that a search looks at. */
    String searched(RuleDescription rule) {
        String conditions = rule.conditions().stream().map(this::phrase).collect(Collectors.joining(" "));
        String read = rule.thresholds().stream()
                .map(threshold -> texts.text(threshold.meaning()))
                .collect(Collectors.joining(" "));
        return String.join(
                " ",
                rule.id(),
                texts.text(rule.title()),
                text(rule.text()),
                conditions,
                read,
                topic(rule.topic()),
                texts.text(rule.source()));
    }

    /** The name of a topic. */
    public String topic(String topic) {
        return texts.messageOr("topic." + topic, topic);
    }
}
