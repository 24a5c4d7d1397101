package org.hashwise.rulebook.explanation;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hashwise.advice.CheckFigure;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.LocaleFormats;
import org.hashwise.questionnaire.Magnitude;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Typography;
import org.hashwise.rulebook.language.Placeholders;
import org.hashwise.rulebook.model.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Formatter of the values of placeholders, as readers of a language expect them. Amounts of money carry their currency and
 * percentages their sign; other numbers have no unit, since the sentence names it.
 */
public final class FigureText {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double HUNDRED = 100;
    private static final Map<Language, MessageBundle> MESSAGES = Arrays.stream(Language.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    language -> MessageBundle.of("org.hashwise.rulebook.explanation.figures", language)));

    private final Situation situation;
    private final Map<String, Parameter> parameters;
    private final Language language;
    private final LocaleFormats formats;

    // Editions of release 1.0 do not state who can change a value; their receipts contain the figures in the old style.
    private final boolean rounded;

    public FigureText(Situation situation, Map<String, Parameter> parameters, Language language) {
        this.situation = situation;
        this.parameters = parameters;
        this.language = language;
        this.formats = LocaleFormats.of(language);
        this.rounded = situation.questionnaire().questions().stream()
                .anyMatch(question -> !question.moves().up().en().isEmpty()
                        || !question.moves().becomes().en().isEmpty());
    }

    /** The text with its placeholders replaced. */
    public String fill(String text) {
        return Typography.of(Placeholders.fill(text, this::of), language);
    }

    /** The value of a question, metric ({@code economics.mnav}) or threshold ({@code threshold.thinMargin}). */
    String of(String name) {
        if (name.startsWith("threshold.")) {
            Parameter parameter = parameters.get(name.substring("threshold.".length()));
            return parameter == null ? name : threshold(parameter.value(), parameter.unit());
        }
        Optional<Metric> metric = Metric.ofId(name);
        if (metric.isPresent()) {
            return number(situation.metric(metric.get()), metric.get().unit());
        }
        Optional<CheckFigure> check = CheckFigure.ofId(name);
        if (check.isPresent()) {
            return number(check.get().of(situation), check.get().unit());
        }
        Optional<Metric> share = Metric.ofPlacesId(name);
        if (share.isPresent()) {
            return places(share.get());
        }
        return situation.questionnaire().question(name).map(this::answer).orElse(name);
    }

    // No places are shown as 0, so that a text can have words for none.
    private String places(Metric share) {
        Map<String, Double> places = new TreeMap<>(situation.shares(Jurisdictions.QUESTION));
        places.keySet()
                .removeIf(code -> situation
                        .jurisdictions()
                        .grade(code)
                        .filter(grade -> grade.countsIn(share))
                        .isEmpty());
        return places.isEmpty() ? "0" : list(places);
    }

    private String list(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .map(share -> place(share.getKey()) + " " + number(share.getValue(), "%"))
                .collect(Collectors.joining(", "));
    }

    /** A plain number, or the value of a numeric question or metric; null when nothing is named. */
    @Nullable
    Double value(String name) {
        if (name.isEmpty()) {
            return null;
        }
        Optional<Metric> metric = Metric.ofId(name);
        if (metric.isPresent()) {
            return situation.metric(metric.get());
        }
        return situation.questionnaire().question(name).isPresent()
                ? Double.valueOf(situation.number(name))
                : Double.valueOf(name);
    }

    private String answer(Question question) {
        @Nullable Answer value = situation.valueAt(situation.questionnaire().position(question.id()));
        if (value == null) {
            return "–";
        }
        String unit = question.kind() == Kind.MONEY
                ? "USD"
                : question.kind() == Kind.PERCENT
                        ? "%"
                        : rounded && question.unit().equals("months") ? "months" : "";
        return value.map(
                number -> number(number, unit),
                yes -> message(yes ? "yes" : "no"),
                choice -> question.choice(choice)
                        .map(known -> known.label().in(language))
                        .orElse(choice),
                this::list);
    }

    private String place(String code) {
        return situation
                .jurisdictions()
                .grade(code)
                .filter(grade -> grade.code().equals(code))
                .map(grade -> grade.name().in(language))
                .orElse(code);
    }

    // A threshold is what the rule compares with, so none of its digits is rounded away.
    private String threshold(double value, String unit) {
        boolean measured = !unit.startsWith("USD") && !unit.startsWith("months") && !unit.equals("%");
        return rounded && measured && Math.abs(value) >= HUNDRED ? decimals(value, 2) : number(value, unit);
    }

    private String number(double value, String unit) {
        if (rounded) {
            return roundedNumber(value, unit);
        }
        if (unit.equals("%")) {
            return words("percent", plain(value));
        }
        return unit.startsWith("USD") ? money(value) : plain(value);
    }

    /** At most three significant digits, whole months from ten on, percentages without a needless fraction. */
    private String roundedNumber(double value, String unit) {
        if (unit.equals("%")) {
            return words("percent", decimals(significant(value), Math.abs(value) >= HUNDRED ? 0 : 1));
        }
        if (unit.startsWith("months")) {
            return decimals(value, Math.abs(value) >= 10 ? 0 : 1);
        }
        if (!unit.startsWith("USD")) {
            return Math.abs(value) >= HUNDRED ? decimals(significant(value), 0) : plain(significant(value));
        }
        double size = Math.abs(significant(value));
        String sign = value < 0 && size > 0 ? "minus." : "";
        Magnitude scale = Magnitude.of(size);
        if (scale.compareTo(Magnitude.MILLION) < 0) {
            return words(sign + "money", decimals(size, size >= HUNDRED ? 0 : size >= 1 ? 2 : 4));
        }
        double scaled = scale.count(size);
        return words(sign + scaled(scaled, scale) + ".rounded", decimals(scaled, scaled >= HUNDRED ? 0 : 1));
    }

    private static double significant(double value) {
        return NumberNotation.rounded(value, SIGNIFICANT_DIGITS);
    }

    private String money(double value) {
        Magnitude scale = Magnitude.of(value);
        if (scale.compareTo(Magnitude.MILLION) < 0) {
            return words("money", plain(value));
        }
        double scaled = scale.count(value);
        return words(scaled(scaled, scale), decimals(scaled, 1));
    }

    // French says un million and 1,9 million, but 2 millions.
    private static String scaled(double scaled, Magnitude scale) {
        return (Math.abs(scaled) < 2 ? "one-" : "") + scale.key();
    }

    private String words(String key, String number) {
        return message(key).replace("{0}", number);
    }

    private String message(String key) {
        return Objects.requireNonNull(MESSAGES.get(language)).plain(key);
    }

    // About three significant digits: more would claim a precision that the figures do not have.
    private String plain(double value) {
        double size = Math.abs(value);
        return decimals(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4);
    }

    private String decimals(double value, int most) {
        return formats.number(value, most);
    }
}
