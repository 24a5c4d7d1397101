package org.hashwise.rulebook.telling;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Parameter;
import org.hashwise.rulebook.language.Placeholders;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of placeholders as readers of a language expect them. Amounts of money carry their currency and
 * percentages their sign; other numbers stand alone, since the sentence names the unit.
 */
public final class FigureText {

    private static final double LARGE = 1_000_000;

    private final Situation situation;
    private final Map<String, Parameter> parameters;
    private final Language language;

    public FigureText(Situation situation, Map<String, Parameter> parameters, Language language) {
        this.situation = situation;
        this.parameters = parameters;
        this.language = language;
    }

    /** The text with its placeholders replaced. */
    public String fill(String text) {
        return Placeholders.fill(text, this::of);
    }

    /** The value of a question, metric ({@code economics.mnav}) or threshold ({@code threshold.thinMargin}). */
    String of(String name) {
        if (name.startsWith("threshold.")) {
            Parameter parameter = parameters.get(name.substring("threshold.".length()));
            return parameter == null ? name : number(parameter.value(), parameter.unit());
        }
        Optional<Metric> metric = Metric.ofId(name);
        if (metric.isPresent()) {
            return number(situation.metric(metric.get()), metric.get().unit());
        }
        return situation.questionnaire().question(name).map(this::answer).orElse(name);
    }

    private String answer(Question question) {
        @Nullable Answer value = situation.valueAt(situation.questionnaire().position(question.id()));
        if (value instanceof Answer.Number number) {
            boolean money = question.kind() == Kind.MONEY;
            boolean percent = question.kind() == Kind.PERCENT;
            return number(number.value(), money ? "USD" : percent ? "%" : "");
        } else if (value instanceof Answer.Choice choice) {
            return question.choice(choice.value())
                    .map(known -> known.label().in(language))
                    .orElse(choice.value());
        } else if (value instanceof Answer.Shares shares) {
            return shares.percentByCode().entrySet().stream()
                    .map(share -> place(share.getKey()) + " " + number(share.getValue(), "%"))
                    .collect(Collectors.joining(", "));
        } else if (value instanceof Answer.YesNo yesNo) {
            return Boolean.toString(yesNo.value());
        }
        return "–";
    }

    private String place(String code) {
        return situation
                .jurisdictions()
                .grade(code)
                .filter(grade -> grade.code().equals(code))
                .map(grade -> grade.name().in(language))
                .orElse(code);
    }

    private String number(double value, String unit) {
        if (unit.equals("%")) {
            return language == Language.FR ? plain(value) + "\u202F%" : plain(value) + "%";
        }
        if (unit.startsWith("USD")) {
            String amount = Math.abs(value) >= LARGE ? compact(value) : plain(value);
            return language == Language.FR ? amount + "\u00A0USD" : "USD\u00A0" + amount;
        }
        return plain(value);
    }

    private String compact(double value) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale(), NumberFormat.Style.LONG);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    // About three significant digits: more would claim a precision that the figures do not have.
    private String plain(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        double size = Math.abs(value);
        format.setMaximumFractionDigits(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4);
        return format.format(value == 0 ? 0 : value);
    }

    private Locale locale() {
        return language.locale();
    }
}
