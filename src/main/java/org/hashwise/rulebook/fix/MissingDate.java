package org.hashwise.rulebook.fix;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Fix that fills in a date that is missing: the day of the edit for a threshold, a review one year later, the newest market
 * snapshot for a case, the date in the name of a market file. Writes a date in another notation as files have it.
 */
final class MissingDate {

    private static final int REVIEW_YEARS = 1;
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([./])([0-9]{1,2})\\2([0-9]{4})");
    private static final Pattern MARKET = Pattern.compile("market/([0-9]{4}-[0-9]{2}-[0-9]{2})\\.yaml");

    private final SourceText source;
    private final LocalDate today;
    private final Optional<String> newestMarket;

    /** @param newestMarket the date of the newest snapshot */
    MissingDate(SourceText source, LocalDate today, Optional<String> newestMarket) {
        this.source = source;
        this.today = today;
        this.newestMarket = newestMarket;
    }

    /** The edit; empty when the problem is not about a date, or when the date cannot be known. */
    Optional<TextEdit> edit(RulebookProblem problem) {
        if (problem.arguments().isEmpty() || problem.line() == 0) {
            return Optional.empty();
        }
        String word = String.valueOf(problem.arguments().get(0));
        if (problem.code() == Code.MISSING_KEY) {
            return value(word).flatMap(date -> insertion(problem, word, date));
        }
        return problem.code() == Code.NOT_A_DATE ? rewritten(problem, word) : Optional.empty();
    }

    private Optional<String> value(String key) {
        boolean cases = source.file().endsWith(".cases.yaml");
        Matcher market = MARKET.matcher(source.file());
        return switch (key) {
            case "date" -> Optional.of(today.toString());
            case "reviewBy" -> Optional.of(today.plusYears(REVIEW_YEARS).toString());
            case "market" -> cases ? newestMarket : Optional.empty();
            case "asOf" -> market.matches() ? Optional.of(market.group(1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    // A line of its own in a map whose keys each have one: the date before the date of review, the market of a case
    // after its sentence, any other key at the end.
    private Optional<TextEdit> insertion(RulebookProblem problem, String key, String value) {
        int indent = problem.column() - 1;
        int first = problem.line();
        String line = source.line(first);
        if (indent < 0 || indent >= line.length() || line.charAt(indent) == '{') {
            return Optional.empty();
        }
        int last = first;
        int before = 0;
        for (int at = first + 1; at <= source.lines(); at++) {
            String next = source.line(at);
            int depth = next.length() - next.stripLeading().length();
            boolean nothing = next.isBlank() || next.stripLeading().startsWith("#");
            if (!nothing && depth < indent) {
                break;
            }
            boolean isKey = !nothing && depth == indent && !next.stripLeading().startsWith("-");
            boolean here = isKey
                    && (key.equals("market")
                            || (key.equals("date") && next.strip().startsWith("reviewBy:")));
            before = before == 0 && here ? at : before;
            last = nothing ? last : at;
        }
        String written = " ".repeat(indent) + key + ": " + value;
        int following = before > 0 ? before : last + 1;
        if (following <= source.lines()) {
            int place = source.start(following);
            return Optional.of(new TextEdit(source.file(), place, place, written + source.lineEnd()));
        }
        int end = source.text().length();
        return Optional.of(new TextEdit(source.file(), end, end, source.lineEnd() + written));
    }

    private Optional<TextEdit> rewritten(RulebookProblem problem, String given) {
        int place = source.offset(new Position(problem.file(), problem.line(), problem.column()));
        boolean quoted = place >= 0
                && place < source.text().length()
                && "\"'".indexOf(source.text().charAt(place)) >= 0;
        int start = quoted ? place + 1 : place;
        if (place < 0 || !source.text().startsWith(given, start)) {
            return Optional.empty();
        }
        return date(given).map(date -> new TextEdit(source.file(), start, start + given.length(), date.toString()));
    }

    /** The one date that a text can mean; empty when it means none, or when day and month can be exchanged. */
    private static Optional<LocalDate> date(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return day(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (!last.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> dayFirst = day(last.group(4), last.group(3), last.group(1));
        if (last.group(2).equals(".")) {
            return dayFirst;
        }
        List<LocalDate> readings = Stream.of(dayFirst, day(last.group(4), last.group(1), last.group(3)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return readings.size() == 1 ? Optional.of(readings.get(0)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
