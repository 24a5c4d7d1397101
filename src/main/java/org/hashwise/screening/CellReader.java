package org.hashwise.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.questionnaire.AnswerWords;
import org.hashwise.questionnaire.ChoiceReader;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.PlaceReader;
import org.hashwise.questionnaire.PlaceReader.PlaceReading;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.spreadsheet.CsvText;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.jspecify.annotations.Nullable;

/**
 * Parser of the cells of one column into answers, as the fields of the questionnaire are read: units are converted, words for
 * "not known" leave the question open, and what can mean two things is refused and never guessed. Thread-safe.
 */
final class CellReader {

    private static final double WHOLE = 100;
    private static final int LONGEST_QUOTE = 60;
    private static final int MOST_PLACES = 100;

    /** How many cells are remembered: those of the market, choices and places are the same on many rows. A judgement. */
    private static final int MOST_KNOWN = 256;

    private static final int LONGEST_KNOWN = 100;

    private static final PlaceReader PLACES = PlaceReader.ofWorld();

    private static final Pattern BARE_NUMBER = Pattern.compile("[-+(]?[\\p{Nd}][\\p{Nd}\\s.,'’_]*\\)?");

    private static final String DOLLAR = "(?:US ?\\$|USD|\\$)";

    /** The currency at either end of an amount, which does not tell whether it is in millions. */
    private static final Pattern CURRENCY =
            Pattern.compile("^([-+(]?)\\s?" + DOLLAR + "\\s?|\\s?" + DOLLAR + "(\\)?)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern LIST = Pattern.compile("[;|\\n+&]|,\\s*(?=\\p{L})");
    private static final Pattern PLACE_FIRST =
            Pattern.compile("^(\\D*?[\\p{L}).])[\\s:=(]*([\\p{Nd}][\\p{Nd}.,]*)\\s*%?\\s*\\)?$");
    private static final Pattern SHARE_FIRST = Pattern.compile("^([\\p{Nd}][\\p{Nd}.,]*)\\s*%?[\\s:=]*(\\p{L}.*)$");

    private final Column column;
    private final Question question;
    private final Language words;
    private final @Nullable QuantityReader quantities;
    private final @Nullable QuantityReader quantitiesInUnit;
    private final boolean dollarsInUnit;
    private final ChoiceReader choices;
    private final Map<String, KnownCell> known = new ConcurrentHashMap<>();

    /** The value of a cell that was read without an error. */
    private record KnownCell(CellType kind, NumberConvention numbers, Object value) {}

    /** @param words the language of words beside numbers */
    CellReader(Column column, Question question, Language words) {
        this.column = column;
        this.question = question;
        this.words = words;
        this.quantities = question.kind().isNumeric() ? QuantityReader.of(question) : null;
        this.quantitiesInUnit = quantities == null ? null : quantities.in(column.unit());
        this.dollarsInUnit = quantitiesInUnit != null && !column.unit().isEmpty() && takesDollars(quantitiesInUnit);
        this.choices = new ChoiceReader(question);
    }

    /** Returns whether the cell is text in the place of a number, whose decimal sign, if it has one, shows how others are meant. */
    boolean isWrittenNumber(SheetCell cell) {
        return quantities != null
                && cell.kind() == CellType.TEXT
                && !cell.isEmpty()
                && cell.text().length() <= LONGEST_QUOTE;
    }

    /** The same cell with a number that means by itself what it means in the file. */
    SheetCell clear(SheetCell cell, NumberConvention numbers) {
        NumberConvention written = cell.kind() == CellType.NUMBER
                ? NumberConvention.POINT
                : isWrittenNumber(cell) ? numbers : NumberConvention.UNKNOWN;
        return switch (written) {
            case POINT -> new SheetCell(NumberNotation.withoutDoubt(cell.text(), '.'), cell.kind());
            case COMMA -> new SheetCell(NumberNotation.withoutDoubt(cell.text(), ','), cell.kind());
            case UNKNOWN, MIXED -> cell;
        };
    }

    /**
     * The raw answer: a number, a boolean, text, or percentages by code; null when the question stays open or is refused.
     *
     * @param numbers how they are written in the file
     */
    @Nullable
    Object read(SheetCell cell, NumberConvention numbers, RowContext context, List<ErrorItem> errors) {
        KnownCell before = known.get(cell.text());
        if (before != null && before.kind() == cell.kind() && before.numbers() == numbers) {
            return before.value();
        }
        Object value = readAnew(cell, numbers, context, errors);
        if (value != null && cell.text().length() <= LONGEST_KNOWN && known.size() < MOST_KNOWN) {
            known.put(cell.text(), new KnownCell(cell.kind(), numbers, value));
        }
        return value;
    }

    private @Nullable Object readAnew(
            SheetCell cell, NumberConvention numbers, RowContext context, List<ErrorItem> errors) {
        if (cell.kind() == CellType.FORMULA || cell.kind() == CellType.ERROR) {
            errors.add(error(context, cell, cell.kind() == CellType.FORMULA ? "formula" : "cell-error", null));
            return null;
        }
        String text = cell.text().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > ScreeningLimits.CELL_CHARACTERS) {
            errors.add(error(context, cell, "long-cell", null, ScreeningLimits.CELL_CHARACTERS));
            return null;
        }
        if (text.indexOf(CsvText.REPLACEMENT) >= 0) {
            errors.add(error(context, cell, "encoding", null));
            return null;
        }
        return switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> number(cell, text, numbers, context, errors);
            case YESNO -> {
                Optional<Boolean> yes = AnswerWords.yesNo(text);
                yield yes.isPresent() ? yes.get() : AnswerWords.isOpen(text) ? null : text;
            }
            case CHOICE -> AnswerWords.isOpen(text) ? null : choices.read(text).orElse(text);
            case SHARES -> AnswerWords.isOpen(text) ? null : shares(text, numbers, context, errors);
        };
    }

    private @Nullable Object number(
            SheetCell cell, String text, NumberConvention numbers, RowContext context, List<ErrorItem> errors) {
        if (quantities == null || quantitiesInUnit == null) {
            throw new IllegalStateException(question.id());
        }
        boolean typed =
                cell.kind() == CellType.NUMBER || cell.kind() == CellType.PERCENT || cell.kind() == CellType.DATE;
        boolean shown = cell.kind() == CellType.PERCENT || cell.kind() == CellType.DATE;
        String amount = dollarsInUnit ? CURRENCY.matcher(text).replaceAll("$1$2") : text;
        boolean inUnit = !shown
                && !column.unit().isEmpty()
                && (typed || BARE_NUMBER.matcher(amount).matches());
        String written = shown ? cell.shown().replace("%", " %") : inUnit ? amount : text;
        QuantityReader reader = inUnit ? quantitiesInUnit : quantities;
        // What a workbook holds as a number has a decimal point in every language.
        Quantity quantity = typed ? reader.read(written, Language.EN) : numbers.read(reader, written, words);
        if (quantity instanceof Quantity.Value value) {
            Optional<Double> percent = reader.percentOfFraction(value.value());
            if (percent.isPresent()
                    && cell.kind() != CellType.PERCENT
                    && BARE_NUMBER.matcher(text).matches()) {
                String whole = NumberNotation.plain(percent.get());
                errors.add(error(context, cell, "fraction", whole + " %", NumberNotation.plain(value.value()), whole));
                return null;
            }
            return value.value();
        }
        if (quantity instanceof Quantity.Open) {
            return null;
        }
        errors.add(error(context, inUnit ? text + " " + column.unit() : written, quantity));
        return null;
    }

    private static boolean takesDollars(QuantityReader reader) {
        Quantity one = reader.read("$1", Language.EN);
        return one instanceof Quantity.Value || one instanceof Quantity.OutOfRange;
    }

    private ErrorItem error(RowContext context, String written, Quantity quantity) {
        String id = question.id();
        // A bare number would be read in the unit of the header.
        String unit = column.unit().isEmpty() ? question.unit() : column.unit();
        String quoted = Excerpt.of(written, LONGEST_QUOTE);
        if (quantity instanceof Quantity.OutOfRange outside) {
            Problem problem = new Problem(
                    id,
                    outside.value(),
                    Code.OUT_OF_RANGE,
                    List.of(question.min(), question.max(), question.unit()),
                    outside.suggestion().map(NumberNotation::plain).orElse(""));
            return context.error(problem, column.number());
        }
        if (quantity instanceof Quantity.ForeignCurrency currency) {
            Problem problem = new Problem(id, quoted, Code.FOREIGN_CURRENCY, List.of(currency.code(), unit), "");
            return context.error(problem, column.number());
        }
        if (quantity instanceof Quantity.Ambiguous two) {
            return error(
                    context,
                    quoted,
                    "ambiguous",
                    NumberNotation.plain(two.first()),
                    NumberNotation.plain(two.first()),
                    NumberNotation.plain(two.second()));
        }
        if (quantity instanceof Quantity.Range range) {
            return error(context, quoted, "range", NumberNotation.plain(range.middle()));
        }
        if (quantity instanceof Quantity.Approximate about) {
            return error(context, quoted, "about", NumberNotation.plain(about.value()));
        }
        if (quantity instanceof Quantity.Limit end) {
            return error(context, quoted, "limit", NumberNotation.plain(end.value()));
        }
        if (quantity instanceof Quantity.OtherUnit && !unit.isEmpty()) {
            return error(context, quoted, "other-unit", null, unit);
        }
        return context.error(new Problem(id, quoted, Code.NOT_A_NUMBER, List.of(unit), ""), column.number());
    }

    private ErrorItem error(
            RowContext context, SheetCell cell, String key, @Nullable String suggestion, Object... arguments) {
        return error(context, Excerpt.of(cell.text(), LONGEST_QUOTE), key, suggestion, arguments);
    }

    private ErrorItem error(
            RowContext context, String quoted, String key, @Nullable String suggestion, Object... arguments) {
        return context.error(question.id(), quoted, key, suggestion, column.number(), arguments);
    }

    /** Places with their shares, such as {@code Texas 60 %, Norway 40 %}; one place alone has all. */
    private @Nullable Object shares(String text, NumberConvention numbers, RowContext context, List<ErrorItem> errors) {
        // Kentucky, US is one place.
        boolean single = text.chars().noneMatch(Character::isDigit) && PLACES.read(text) instanceof PlaceReading.Known;
        List<String> parts = (single ? Stream.of(text) : Stream.of(LIST.split(text, MOST_PLACES)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        TreeMap<String, Double> shares = new TreeMap<>();
        List<ErrorItem> problems = new ArrayList<>();
        for (String part : parts) {
            Matcher placeFirst = PLACE_FIRST.matcher(part);
            Matcher shareFirst = SHARE_FIRST.matcher(part);
            String place = part;
            Double share = parts.size() == 1 ? WHOLE : null;
            if (placeFirst.matches()) {
                place = placeFirst.group(1);
                share = percent(placeFirst.group(2), numbers);
            } else if (shareFirst.matches()) {
                place = shareFirst.group(2);
                share = percent(shareFirst.group(1), numbers);
            }
            String code = place(place, context, problems);
            if (share == null) {
                problems.add(error(context, Excerpt.of(part, LONGEST_QUOTE), "share", null));
            } else if (code != null) {
                shares.merge(code, share, Double::sum);
            }
        }
        errors.addAll(problems);
        return problems.isEmpty() && !shares.isEmpty() ? Collections.unmodifiableSortedMap(shares) : null;
    }

    private @Nullable Double percent(String text, NumberConvention numbers) {
        return numbers.read(QuantityReader.percent(), text, words) instanceof Quantity.Value share
                ? Double.valueOf(share.value())
                : null;
    }

    // A code of two letters can be a country or a state. An interview would ask; here the cell is refused.
    private @Nullable String place(String text, RowContext context, List<ErrorItem> errors) {
        PlaceReading place = PLACES.read(text);
        String quoted = Excerpt.of(text, LONGEST_QUOTE);
        if (place instanceof PlaceReading.Known known) {
            if (known.doubts().isEmpty()) {
                return known.code();
            }
            errors.add(error(context, quoted, "place-ambiguous", String.join(", ", known.doubts())));
        } else if (place instanceof PlaceReading.Ambiguous several) {
            errors.add(error(context, quoted, "place-ambiguous", String.join(", ", several.codes())));
        } else if (place instanceof PlaceReading.Unknown unknown) {
            String nearest = String.join(", ", unknown.nearest());
            errors.add(error(context, quoted, "place-unknown", nearest.isEmpty() ? null : nearest));
        }
        return null;
    }
}
