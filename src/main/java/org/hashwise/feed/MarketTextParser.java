package org.hashwise.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parser of dates and numbers as market files write them. Dates are in UTC. */
final class MarketTextParser {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{9,10}([0-9]{3})?");
    private static final int DIGITS_OF_SECONDS = 10;

    /** The year of the first Bitcoin block, and the last that is written with four digits. */
    private static final int FIRST_YEAR = 2009;

    private static final int LAST_YEAR = 9999;

    private static final List<Function<String, LocalDate>> FORMS = List.of(
            LocalDate::parse,
            text -> OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC).toLocalDate(),
            text -> LocalDateTime.parse(text).toLocalDate(),
            text -> LocalDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .toLocalDate());

    private MarketTextParser() {}

    /** {@code 2026-10-31}, a date and time of ISO 8601, or the seconds or milliseconds since 1970. */
    static Optional<LocalDate> date(String text) {
        String stripped = text.strip();
        if (EPOCH.matcher(stripped).matches()) {
            long number = Long.parseLong(stripped);
            Instant instant = stripped.length() > DIGITS_OF_SECONDS
                    ? Instant.ofEpochMilli(number)
                    : Instant.ofEpochSecond(number);
            return Optional.of(LocalDate.ofInstant(instant, ZoneOffset.UTC)).filter(MarketTextParser::isInRange);
        }
        for (Function<String, LocalDate> form : FORMS) {
            try {
                return Optional.of(form.apply(stripped)).filter(MarketTextParser::isInRange);
            } catch (DateTimeException otherForm) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    private static boolean isInRange(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /** A number with a decimal point and without separators of thousands; an exponent is accepted. */
    static Optional<Double> number(String text) {
        String stripped = text.strip();
        return NUMBER.matcher(stripped).matches()
                ? Optional.of(new BigDecimal(stripped).doubleValue())
                : Optional.empty();
    }
}
