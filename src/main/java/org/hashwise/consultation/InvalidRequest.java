package org.hashwise.consultation;

import java.util.List;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Exception: a request for advice that cannot be read, or is not valid.
 *
 * <p>The title is found in the messages under {@code failure.<title>.title}, the detail under {@code failure.<detail>}.
 */
public final class InvalidRequest extends RuntimeException {

    /** The most problems that are listed; the detail states how many there are. */
    private static final int MOST_PROBLEMS = 100;

    private final transient String title;
    private final transient String detail;
    private final transient List<Object> arguments;
    private final transient List<Problem> problems;
    private final transient @Nullable Language language;
    private final boolean tooLarge;

    private InvalidRequest(
            String title,
            String detail,
            List<Object> arguments,
            List<Problem> problems,
            @Nullable Language language,
            boolean tooLarge) {
        super(title + " " + detail, null, false, false);
        this.title = title;
        this.detail = detail;
        this.arguments = List.copyOf(arguments);
        this.problems = List.copyOf(problems);
        this.language = language;
        this.tooLarge = tooLarge;
    }

    private static InvalidRequest of(String title, String detail, Object... arguments) {
        return new InvalidRequest(title, detail, List.of(arguments), List.of(), null, false);
    }

    /** @param language the one that the request asks for */
    public static InvalidRequest invalid(List<Problem> problems, Language language) {
        return new InvalidRequest(
                "400",
                problems.size() > MOST_PROBLEMS ? "400.many" : "400.detail",
                List.of(problems.size(), MOST_PROBLEMS),
                problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())),
                language,
                false);
    }

    /** JSON that cannot be read on from this line and column, both counted from 1. */
    public static InvalidRequest brokenJson(int line, int column) {
        return of("json", "json.detail", line, column);
    }

    /** NaN or Infinity where JSON has a number. */
    static InvalidRequest notANumber(int line, int column) {
        return of("json", "json.nan", line, column);
    }

    public static InvalidRequest emptyBody() {
        return of("json", "json.empty");
    }

    public static InvalidRequest notAnObject() {
        return of("400", "json.object");
    }

    /** @param detail key of the sentence about the limit that was exceeded */
    public static InvalidRequest beyondLimit(String detail, int limit) {
        return of("json-limit", detail, limit);
    }

    /** @param limit in bytes */
    static InvalidRequest tooLarge(int limit) {
        return new InvalidRequest("413", "413.detail", List.of(limit), List.of(), null, true);
    }

    /** The same refusal of JSON that begins in this line of a file. */
    public InvalidRequest inLine(long line) {
        boolean placed = detail.equals("json.detail") || detail.equals("json.nan");
        return placed ? of(title, detail, line, arguments.get(1)) : this;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** The problems of each field; empty when the request could not be read at all. */
    public List<Problem> problems() {
        return problems;
    }

    /** Null when the request did not come so far as to say. */
    public @Nullable Language language() {
        return language;
    }

    /** Returns whether it has more bytes than are accepted. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
