package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Check for dates that are so far in the future that a digit must be wrong. */
final class FutureDates {

    private static final Pattern DATE = Pattern.compile("\\b([12][0-9]{3})-[01][0-9]\\b");

    private final Optional<LocalDate> today;
    private final Problems problems;

    /** @param today empty for no warnings that depend on the day */
    FutureDates(Optional<LocalDate> today, Problems problems) {
        this.today = today;
        this.problems = problems;
    }

    /** Warns about a date more than a year ahead. */
    void check(LocalDate date, Position position, String subject) {
        if (today.isPresent() && date.isAfter(today.get().plusYears(1))) {
            problems.warning(Code.FUTURE_DATE, position, subject, "", date);
        }
    }

    /** Warns about the first date of a source that is in the year after the next or later. */
    void checkSource(Text source, Position position, String subject) {
        Matcher date = DATE.matcher(source.en());
        while (today.isPresent() && date.find()) {
            if (Integer.parseInt(date.group(1)) > today.get().getYear() + 1) {
                problems.warning(Code.FUTURE_DATE, position, subject, "", date.group());
                return;
            }
        }
    }
}
