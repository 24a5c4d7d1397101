package org.hashwise.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.AnswerWords;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.PlaceReader.Place;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.TextNormalizer;
import org.hashwise.text.PageText;
import org.hashwise.web.FieldProblem.Suggestion;
import org.jspecify.annotations.Nullable;

/** Parser of the numbers and places of one form, which collects problems and notes. */
final class EntryReader {

    private static final int LONGEST_QUOTE = 60;

    private final PageText words;
    private final boolean takesRanges;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<FieldProblem> notes = new ArrayList<>();
    private final Map<String, Quantity> rough = new HashMap<>();

    EntryReader(PageText words, boolean takesRanges) {
        this.words = words;
        this.takesRanges = takesRanges;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    List<FieldProblem> notes() {
        return notes;
    }

    Map<String, Quantity> rough() {
        return rough;
    }

    /** The field of a number; null when it is left open or has a problem. */
    @Nullable
    Double number(Question question, RawField field) {
        Entry entry = new Entry(question, question.unit(), question.id(), 0, field.text());
        return number(entry, QuantityReader.of(question, words.spellings(entry.unit())), field.language(), takesRanges);
    }

    /** The rows of a question of kind shares; null when all are empty. */
    @Nullable
    Map<String, Double> shares(Question question, Map<String, RawField> typed) {
        RawField codes = typed.get(question.id() + SectionEntry.CODE);
        RawField percents = typed.get(question.id() + SectionEntry.PERCENT);
        if (codes == null || percents == null) {
            return null;
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int row = 0; row < Math.max(codes.texts().size(), percents.texts().size()); row++) {
            String place = TextNormalizer.visible(codes.text(row));
            String percent = TextNormalizer.visible(percents.text(row));
            if (AnswerWords.isOpen(place) && AnswerWords.isOpen(percent)) {
                open(question, place.isEmpty() ? percent : place);
                continue;
            }
            if (place.isEmpty() || percent.isEmpty()) {
                problem(question, words.message("field.row-incomplete", row + 1), List.of());
            }
            String code = place.isEmpty() ? null : place(question, row, place);
            Entry entry = new Entry(question, "%", question.id() + SectionEntry.PERCENT, row, percent);
            Double share =
                    percent.isEmpty() ? null : number(entry, QuantityReader.percent(), percents.language(), false);
            if (code != null) {
                // Nothing replaces a share that was not read, so that the place is checked at the same time.
                shares.merge(code, share == null ? 0.0 : share, Double::sum);
            }
        }
        return shares.isEmpty() ? null : shares;
    }

    private void open(Question question, String typed) {
        if (!typed.isEmpty()) {
            notes.add(FieldProblem.of(question.id(), words.message("field.open", quoted(typed))));
        }
    }

    /** One text in one field. */
    private record Entry(Question question, String unit, String field, int row, String text) {

        boolean isShare() {
            return !field.equals(question.id());
        }
    }

    private @Nullable Double number(Entry entry, QuantityReader reader, Language language, boolean ranges) {
        Quantity quantity = reader.read(entry.text(), language);
        if (quantity instanceof Quantity.Value value) {
            doubt(entry, value.value(), value.doubts());
            return value.value();
        }
        if (quantity instanceof Quantity.Range range && ranges) {
            doubt(entry, range.middle(), reader.doubts(range.middle()));
            return approximate(
                    entry,
                    quantity,
                    range.middle(),
                    words.message(
                            "field.range.taken",
                            amount(entry, range.low()),
                            amount(entry, range.high()),
                            amount(entry, range.middle())));
        }
        if (quantity instanceof Quantity.Approximate about && ranges) {
            doubt(entry, about.value(), reader.doubts(about.value()));
            return approximate(
                    entry, quantity, about.value(), words.message("field.about.taken", amount(entry, about.value())));
        }
        if (quantity instanceof Quantity.Open) {
            String sentence = words.message("field.open", quoted(entry.text()));
            if (entry.isShare()) {
                problem(entry.question(), words.message("field.row-incomplete", entry.row() + 1), List.of());
            } else {
                notes.add(FieldProblem.of(entry.question().id(), sentence));
            }
            return null;
        }
        if (quantity instanceof Quantity.OutOfRange outside) {
            return outside(entry, outside);
        }
        problem(entry.question(), sentence(entry, quantity), suggestions(entry, meant(quantity)));
        return null;
    }

    private void doubt(Entry entry, double value, List<Double> meant) {
        if (!meant.isEmpty()) {
            String sentence = words.message("field.few-dollars", amount(entry, value));
            notes.add(noted(entry, sentence, suggestions(entry, meant.stream())));
        }
    }

    private Double approximate(Entry entry, Quantity quantity, double value, String sentence) {
        rough.put(entry.question().id(), quantity);
        notes.add(FieldProblem.of(entry.question().id(), sentence));
        return value;
    }

    // The shares themselves are judged together.
    private @Nullable Double outside(Entry entry, Quantity.OutOfRange outside) {
        if (entry.isShare()) {
            return outside.value();
        }
        Question question = entry.question();
        Problem problem = new Problem(
                question.id(),
                outside.value(),
                Problem.Code.OUT_OF_RANGE,
                List.of(question.min(), question.max(), question.unit()),
                "");
        problem(question, words.problem(problem), suggestions(entry, outside.suggestion().stream()));
        return null;
    }

    private String sentence(Entry entry, Quantity quantity) {
        String text = quoted(entry.text());
        String unit = words.unit(entry.unit());
        if (quantity instanceof Quantity.Ambiguous) {
            return words.message("field.ambiguous", text);
        }
        if (quantity instanceof Quantity.ForeignCurrency currency) {
            return words.message("field.currency", text, words.currency(currency.code()), unit);
        }
        if (quantity instanceof Quantity.Range) {
            return words.message("field.range", text);
        }
        if (quantity instanceof Quantity.Approximate) {
            return words.message("field.about", text);
        }
        if (quantity instanceof Quantity.Limit) {
            return words.message("field.limit", text);
        }
        if (quantity instanceof Quantity.OtherUnit) {
            return words.message("field.other-unit", text, unit);
        }
        return unit.isEmpty()
                ? words.message("field.not-a-number.plain", text)
                : words.message("field.not-a-number", text, unit);
    }

    private static Stream<Double> meant(Quantity quantity) {
        if (quantity instanceof Quantity.Ambiguous two) {
            return Stream.of(two.first(), two.second());
        }
        if (quantity instanceof Quantity.Range range) {
            return Stream.of(range.low(), range.middle(), range.high());
        }
        if (quantity instanceof Quantity.Approximate about) {
            return Stream.of(about.value());
        }
        return quantity instanceof Quantity.Limit end ? Stream.of(end.value()) : Stream.of();
    }

    private List<Suggestion> suggestions(Entry entry, Stream<Double> values) {
        return values.map(
                        value -> new Suggestion(amount(entry, value), entry.field(), entry.row(), words.number(value)))
                .toList();
    }

    private String amount(Entry entry, double value) {
        return entry.isShare()
                ? words.percent(value)
                : words.exactly(entry.question().id(), new Answer.Number(value));
    }

    // Null when the place is not known, or not for certain.
    private @Nullable String place(Question question, int row, String typed) {
        Place place = words.places().read(typed);
        if (place instanceof Place.Known known) {
            if (!known.doubts().isEmpty()) {
                notes.add(noted(
                        question.id(),
                        words.message("field.place.code", quoted(typed), words.place(known.code())),
                        places(question, row, known.doubts())));
            }
            return known.code();
        }
        if (place instanceof Place.Ambiguous several) {
            problem(
                    question,
                    words.message("field.place.ambiguous", quoted(typed)),
                    places(question, row, several.codes()));
        } else if (place instanceof Place.Unknown unknown) {
            problem(
                    question,
                    words.message("field.place.unknown", quoted(typed)),
                    places(question, row, unknown.nearest()));
        }
        return null;
    }

    private List<Suggestion> places(Question question, int row, List<String> codes) {
        return codes.stream()
                .map(code -> new Suggestion(
                        words.message("field.place.name", words.place(code), code),
                        question.id() + SectionEntry.CODE,
                        row,
                        code))
                .toList();
    }

    private void problem(Question question, String sentence, List<Suggestion> suggestions) {
        problems.add(noted(question.id(), sentence, suggestions));
    }

    private FieldProblem noted(Entry entry, String sentence, List<Suggestion> suggestions) {
        return noted(entry.question().id(), sentence, suggestions);
    }

    private FieldProblem noted(String id, String sentence, List<Suggestion> suggestions) {
        return new FieldProblem(
                id,
                sentence,
                words.either(suggestions.stream().map(Suggestion::label).toList()),
                suggestions);
    }

    private static String quoted(String text) {
        return Excerpt.of(TextNormalizer.visible(text), LONGEST_QUOTE);
    }
}
