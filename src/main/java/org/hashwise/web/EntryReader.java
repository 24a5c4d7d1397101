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
import org.hashwise.questionnaire.PlaceReader.PlaceReading;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.TextNormalizer;
import org.hashwise.text.PageText;
import org.hashwise.web.FieldProblem.FieldSuggestion;
import org.jspecify.annotations.Nullable;

/** Parser of the numbers and places of one form, which collects problems and notes. */
final class EntryReader {

    private static final int LONGEST_QUOTE = 60;

    private final PageText texts;
    private final boolean takesRanges;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<FieldProblem> notes = new ArrayList<>();
    private final Map<String, Quantity> rough = new HashMap<>();

    EntryReader(PageText texts, boolean takesRanges) {
        this.texts = texts;
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
        return number(entry, QuantityReader.of(question, texts.spellings(entry.unit())), field.language(), takesRanges);
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
                problem(question, texts.message("field.row-incomplete", row + 1), List.of());
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
            notes.add(FieldProblem.of(question.id(), texts.message("field.open", quoted(typed))));
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
                    texts.message(
                            "field.range.taken",
                            amount(entry, range.low()),
                            amount(entry, range.high()),
                            amount(entry, range.middle())));
        }
        if (quantity instanceof Quantity.Approximate about && ranges) {
            doubt(entry, about.value(), reader.doubts(about.value()));
            return approximate(
                    entry, quantity, about.value(), texts.message("field.about.taken", amount(entry, about.value())));
        }
        if (quantity instanceof Quantity.Open) {
            String sentence = texts.message("field.open", quoted(entry.text()));
            if (entry.isShare()) {
                problem(entry.question(), texts.message("field.row-incomplete", entry.row() + 1), List.of());
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
            String sentence = texts.message("field.few-dollars", amount(entry, value));
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
        problem(question, texts.problem(problem), suggestions(entry, outside.suggestion().stream()));
        return null;
    }

    private String sentence(Entry entry, Quantity quantity) {
        String text = quoted(entry.text());
        String unit = texts.unit(entry.unit());
        if (quantity instanceof Quantity.Ambiguous) {
            return texts.message("field.ambiguous", text);
        }
        if (quantity instanceof Quantity.ForeignCurrency currency) {
            return texts.message("field.currency", text, texts.currency(currency.code()), unit);
        }
        if (quantity instanceof Quantity.Range) {
            return texts.message("field.range", text);
        }
        if (quantity instanceof Quantity.Approximate) {
            return texts.message("field.about", text);
        }
        if (quantity instanceof Quantity.Limit) {
            return texts.message("field.limit", text);
        }
        if (quantity instanceof Quantity.OtherUnit) {
            return texts.message("field.other-unit", text, unit);
        }
        return unit.isEmpty()
                ? texts.message("field.not-a-number.plain", text)
                : texts.message("field.not-a-number", text, unit);
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

    private List<FieldSuggestion> suggestions(Entry entry, Stream<Double> values) {
        return values.map(value ->
                        new FieldSuggestion(amount(entry, value), entry.field(), entry.row(), texts.number(value)))
                .toList();
    }

    private String amount(Entry entry, double value) {
        return entry.isShare()
                ? texts.percent(value)
                : texts.exactly(entry.question().id(), new Answer.Number(value));
    }

    // Null when the place is not known, or not for certain.
    private @Nullable String place(Question question, int row, String typed) {
        PlaceReading place = texts.places().read(typed);
        if (place instanceof PlaceReading.Known known) {
            if (!known.doubts().isEmpty()) {
                notes.add(noted(
                        question.id(),
                        texts.message("field.place.code", quoted(typed), texts.place(known.code())),
                        places(question, row, known.doubts())));
            }
            return known.code();
        }
        if (place instanceof PlaceReading.Ambiguous several) {
            problem(
                    question,
                    texts.message("field.place.ambiguous", quoted(typed)),
                    places(question, row, several.codes()));
        } else if (place instanceof PlaceReading.Unknown unknown) {
            problem(
                    question,
                    texts.message("field.place.unknown", quoted(typed)),
                    places(question, row, unknown.nearest()));
        }
        return null;
    }

    private List<FieldSuggestion> places(Question question, int row, List<String> codes) {
        return codes.stream()
                .map(code -> new FieldSuggestion(
                        texts.message("field.place.name", texts.place(code), code),
                        question.id() + SectionEntry.CODE,
                        row,
                        code))
                .toList();
    }

    private void problem(Question question, String sentence, List<FieldSuggestion> suggestions) {
        problems.add(noted(question.id(), sentence, suggestions));
    }

    private FieldProblem noted(Entry entry, String sentence, List<FieldSuggestion> suggestions) {
        return noted(entry.question().id(), sentence, suggestions);
    }

    private FieldProblem noted(String id, String sentence, List<FieldSuggestion> suggestions) {
        return new FieldProblem(
                id,
                sentence,
                texts.either(suggestions.stream().map(FieldSuggestion::label).toList()),
                suggestions);
    }

    private static String quoted(String text) {
        return Excerpt.of(TextNormalizer.visible(text), LONGEST_QUOTE);
    }
}
