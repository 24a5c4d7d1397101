package org.hashwise.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Point;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Warning;
import org.hashwise.analysis.MarketAge;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Wording;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.PlaceReader;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Text;
import org.hashwise.questionnaire.Typography;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The texts of pages in one language: labels of ids, values, problems and warnings. */
public final class PageText {

    /**
     * Names of places, separated by commas.
     *
     * @param places without a row of their own in the regulation table
     * @param rows places whose rows are used for them
     * @param percent of the capacity that is in those places
     */
    public record StandIns(String places, String rows, double percent) {}

    private static final int SHORT_EDITION = 12;
    private static final double PERCENT = 100;
    private static final double THOUSAND = 1000;
    private static final String IN_WORDS = "format.chance.words.";

    private final Language language;
    private final Consultation consultation;
    private final Questionnaire questionnaire;
    private final Jurisdictions jurisdictions;
    private final Wording wording;
    private final MessageSource messages;
    private final Formats formats;
    private final Values values;

    public PageText(Language language, Consultation consultation, Wording wording, MessageSource messages) {
        this(language, consultation, consultation.questionnaire(), consultation.jurisdictions(), wording, messages);
    }

    private PageText(
            Language language,
            Consultation consultation,
            Questionnaire questionnaire,
            Jurisdictions jurisdictions,
            Wording wording,
            MessageSource messages) {
        this.language = language;
        this.consultation = consultation;
        this.questionnaire = questionnaire;
        this.jurisdictions = jurisdictions;
        this.wording = wording;
        this.messages = messages;
        this.formats = new Formats(language, messages);
        this.values = new Values(language, questionnaire, jurisdictions, messages);
    }

    /** The same texts with the questions and places of the edition that evaluated. */
    public PageText of(Evaluation evaluation) {
        return new PageText(
                language,
                consultation,
                evaluation.questionnaire(),
                evaluation.situation().jurisdictions(),
                wording.with(evaluation.questionnaire()),
                messages);
    }

    public Language language() {
        return language;
    }

    /** A number with all its digits, as it is typed into a form. */
    public String number(double number) {
        return formats.exact(number);
    }

    public String text(Text text) {
        return Typography.ofPage(text.in(language), language);
    }

    /** The same as the heading of a page or a field. */
    public String heading(Text text) {
        return Typography.ofHeading(text.in(language), language);
    }

    /** A sentence of the API as pages set it: its lines break neither before a mark nor within an amount. */
    public String typeset(String sentence) {
        return Typography.ofPage(sentence, language);
    }

    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    /** A sentence for programs. */
    public String forPrograms(String key) {
        return wording.text(key, language);
    }

    /** An exact number with its unit. */
    public String quantity(double number, String unit) {
        return formats.amount(number, unit, false);
    }

    /** The message with this key, or else this text. */
    public String messageOr(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, language.locale()));
    }

    public String unit(String unit) {
        return formats.unit(unit);
    }

    public List<String> spellings(String unit) {
        return formats.spellings(unit);
    }

    public String date(LocalDate date) {
        return formats.date(date);
    }

    /** Date and time of day in Coordinated Universal Time, such as 28 November 2026, 22:33 UTC. */
    public String moment(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return message("format.moment", date(time.toLocalDate()), time.getHour(), time.getMinute());
    }

    public String month(LocalDate date) {
        return formats.month(date);
    }

    /**
     * The month in which something happens, counted from now: “in month 3”, or “this month”.
     *
     * @param way {@code in}, {@code by} or {@code from}
     * @param month 0 for the month that has begun
     */
    public String when(String way, int month) {
        return month == 0 ? message("month." + way + ".now") : message("month." + way, number(month));
    }

    public String percent(double percent) {
        return formats.percent(percent);
    }

    /** A difference in percent, with its sign. */
    public String change(double percent) {
        return formats.signedPercent(percent);
    }

    /**
     * A probability in whole percent.
     *
     * @param part from 0 to 1
     * @param certain whether it was not estimated; an estimate is never quite sure
     */
    public String chance(double part, boolean certain) {
        return chance(part, certain, "format.chance.");
    }

    private String chance(double part, boolean certain, String form) {
        long percent = Math.round(100 * part);
        if (!certain && (percent == 0 || percent == 100)) {
            return message(form + (percent == 0 ? "least" : "most"));
        }
        return message("format.percent", formats.exact((double) percent));
    }

    /** A share of the paths of a projection, in percent from 0 to 100; a few paths are never written as none or all. */
    public String paths(double percent) {
        return chance(percent / PERCENT, percent == 0 || percent == PERCENT);
    }

    /** The same within a sentence, such as “more than 99%”. */
    public String pathsInWords(double percent) {
        return chance(percent / PERCENT, percent == 0 || percent == PERCENT, IN_WORDS);
    }

    /** The probability of the advised strategy: the values in both populations, or one when they are written alike. */
    public String sureness(double usual, double wide, boolean certain) {
        double low = Math.min(usual, wide);
        double high = Math.max(usual, wide);
        String lower = chance(low, certain, IN_WORDS);
        String higher = chance(high, certain, IN_WORDS);
        return lower.equals(higher) ? lower : message("format.chance.range", lower, higher);
    }

    /** A value along an axis whose largest absolute value is given, without its unit. */
    public String tick(double value, double largest) {
        return values.tick(value, largest);
    }

    /** A value of a column, with as many decimals as the others and without its unit. */
    public String cell(double value, ColumnScale column) {
        return values.cell(value, column);
    }

    /** An answer as readers see it, rounded like a computed one. */
    public String given(String id, Answer answer) {
        return values.answer(id, answer, true);
    }

    /** An answer as it was given. */
    public String exactly(String id, Answer answer) {
        return values.answer(id, answer, false);
    }

    /** The unit of a question or a metric; empty where there is none. */
    public String unitOf(String id) {
        return values.unit(id).map(formats::unit).orElse("");
    }

    /** A change as the question puts it, such as “If the power price fell to USD 0.04/kWh”; to the same value, which then is no longer assumed but stated. */
    public String change(String id, Answer from, Answer to) {
        String value = apart(id, from, to);
        if (from.equals(to)) {
            return message("change.stated", label(id), value);
        }
        String clause = questionnaire
                .question(id)
                .map(question -> question.moves().clause(from, to))
                .map(this::text)
                .orElse("");
        return clause.isEmpty() ? message("change.other", label(id), value) : clause.replace("{value}", value);
    }

    /** The new value of a change; in words when it is too near the old one for their digits to differ. */
    private String apart(String id, Answer from, Answer to) {
        String value = changed(id, to, from);
        if (!from.equals(to)
                && value.equals(changed(id, from, to))
                && from instanceof Answer.Number before
                && to instanceof Answer.Number after) {
            return message(after.value() > before.value() ? "change.above" : "change.below", value);
        }
        return value;
    }

    /** One of the two values of a change: rounded, unless both would then look alike. */
    public String changed(String id, Answer value, Answer other) {
        String rounded = given(id, value);
        return !value.equals(other) && rounded.equals(given(id, other)) ? exactly(id, value) : rounded;
    }

    public String points(double points) {
        return formats.signed(points);
    }

    public String edition() {
        return consultation.edition();
    }

    /** The beginning of the fingerprint, enough to tell two editions apart. */
    public String shortEdition() {
        return shortEdition(edition());
    }

    /** The same of any edition. */
    public String shortEdition(String fingerprint) {
        String edition = fingerprint.replaceFirst("^sha256:", "");
        return edition.substring(0, Math.min(SHORT_EDITION, edition.length()));
    }

    /** A word as names of styles and drawings have it. */
    public String slug(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The section that asks the question with this id. */
    public String section(String id) {
        return id.substring(0, id.indexOf('.'));
    }

    /** A title that begins like a sentence. */
    public String sentence(String title) {
        String text = Typography.ofPage(title, language);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(language.locale()) + text.substring(1);
    }

    public String strategy(Strategy strategy) {
        return consultation.strategies().stream()
                .filter(profile -> profile.strategy() == strategy)
                .map(profile -> text(profile.title()))
                .findFirst()
                .orElse(strategy.name());
    }

    /** A strategy with its extent, if it has one. */
    public String outcome(Strategy strategy, @Nullable Extent extent) {
        return extent == null
                ? strategy(strategy)
                : message("outcome", strategy(strategy), message("extent." + extent));
    }

    /** The code of the language. */
    public String code() {
        return language.code();
    }

    /** The short name of a question or a metric; of anything else, its id. */
    public String label(String id) {
        Optional<Question> question = questionnaire.question(id);
        if (question.isPresent()) {
            return text(question.get().label());
        }
        return Objects.requireNonNull(messages.getMessage("metric." + id, null, id, language.locale()));
    }

    public String fixed(double number, int decimals) {
        return formats.fixed(number, decimals);
    }

    /** The short names of some questions, one after the other. */
    public String labels(List<String> ids) {
        return ids.stream().map(this::label).collect(Collectors.joining(", "));
    }

    /** Two estimated probabilities from 0 to 1, or one when they are written alike. */
    public String share(Number low, Number high) {
        String lower = chance(low.doubleValue(), false);
        String higher = chance(high.doubleValue(), false);
        return lower.equals(higher) ? lower : message("format.chance.range", lower, higher);
    }

    /** The value of a question or a metric with its unit: a number, a choice value, a boolean, or percentages by code. */
    public String value(String id, Object value) {
        return values.value(id, value, true);
    }

    public String exactly(String id, Object value) {
        boolean cents = value instanceof Number usd
                && Math.abs(usd.doubleValue()) >= THOUSAND
                && values.unit(id).orElse("").startsWith("USD");
        return values.value(id, cents ? (Object) Math.round(((Number) value).doubleValue()) : value, false);
    }

    /** @param shares percentages by code */
    public StandIns standIns(Map<String, ?> shares) {
        List<String> names = new ArrayList<>();
        Set<String> rows = new LinkedHashSet<>();
        double percent = 0;
        for (Map.Entry<String, ?> share : shares.entrySet()) {
            String row = jurisdictions
                    .grade(share.getKey())
                    .map(JurisdictionGrade::code)
                    .orElse(share.getKey());
            if (!row.equals(share.getKey())) {
                names.add(place(share.getKey()));
                rows.add(place(row));
                percent += share.getValue() instanceof Number number ? number.doubleValue() : 0;
            }
        }
        return new StandIns(String.join(", ", names), String.join(", ", rows), percent);
    }

    /** An answer; computed ones, which were not typed, are rounded. */
    public String answer(String id, Answer answer, boolean computed) {
        return values.answer(id, answer, computed);
    }

    /** The name of a country, state or province, whether or not the regulation table has a row for it. */
    public String place(String code) {
        return values.place(code);
    }

    /** The labels of the assumed ids that are not among the values read, but needed by one of them. */
    public String behind(Map<String, Object> reads, List<String> assumed) {
        return assumed.stream()
                .filter(id -> !reads.containsKey(id))
                .map(this::label)
                .collect(Collectors.joining(", "));
    }

    /** The values read that are assumed, each with its label. */
    public String assuming(Map<String, Object> reads, List<String> assumed) {
        return reads.entrySet().stream()
                .filter(read -> assumed.contains(read.getKey()))
                .map(read ->
                        message("evidence.assuming.value", label(read.getKey()), value(read.getKey(), read.getValue())))
                .collect(Collectors.joining(message("evidence.assuming.separator")));
    }

    /** Returns whether a step states a sum or another figure and rests on an assumption. */
    public boolean assumes(Point step) {
        return !step.assumed().isEmpty()
                && (step.amountUsd() != null || step.text().chars().anyMatch(Character::isDigit));
    }

    /** The sentence for a warning; unlike in a receipt, places have their names. */
    public String warning(Warning warning) {
        List<Object> arguments = warning.arguments();
        return switch (warning.code()) {
            case JURISDICTION_GRADED_AS_COUNTRY ->
                message(
                        "warnings.stand-in",
                        place(arguments.get(0).toString()),
                        place(arguments.get(1).toString()));
            case JURISDICTION_NOT_GRADED ->
                typeset(wording.warning(
                        new Warning(
                                warning.code(),
                                warning.id(),
                                List.of(place(arguments.get(0).toString()), arguments.get(1))),
                        language));
            default -> typeset(wording.warning(warning, language));
        };
    }

    /** The sentences on the age of the market values, the move that is typical for it, and the number of flips that it covers. */
    public String marketAge(MarketAge age) {
        return typeset(wording.marketAge(age, language));
    }

    /** The sentence on a problem of an answer. */
    public String problem(Problem problem) {
        return Typography.of(wording.problem(problem, language), language);
    }

    /** The label of the choice that a problem suggests; the suggestion itself when it is no choice of the question. */
    public String suggestion(Problem problem) {
        return questionnaire
                .question(problem.id())
                .flatMap(asked -> asked.choice(problem.suggestion()))
                .map(choice -> text(choice.label()))
                .orElse(problem.suggestion());
    }

    /** Some values of which one is meant. */
    public String either(List<String> labels) {
        return labels.stream()
                .reduce((some, last) -> message("problems.either", some, last))
                .orElse("");
    }

    /** Places by code and name, those of the regulation table included. */
    public PlaceReader places() {
        Map<String, Text> names = new HashMap<>();
        jurisdictions.rows().forEach(row -> names.put(row.code(), row.name()));
        return PlaceReader.ofWorld().with(names);
    }

    /** The name of a currency by its ISO 4217 code. */
    public String currency(String code) {
        return Currency.getInstance(code).getDisplayName(language.locale());
    }
}
