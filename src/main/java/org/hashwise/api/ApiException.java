package org.hashwise.api;

import java.util.List;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Exception: a request that is answered with a problem document.
 *
 * <p>The title is found in the messages under {@code failure.<key>.title}, the detail under {@code failure.<detail>}.
 */
final class ApiException extends RuntimeException {

    /** The most problems that a reply lists; their number is told in its detail. */
    private static final int MOST_PROBLEMS = 100;

    private final transient HttpStatus status;
    private final transient String title;
    private final transient String detail;
    private final transient List<Object> arguments;
    private final transient List<Problem> problems;
    private final transient @Nullable Language language;
    private transient @Nullable VersionItem yours;
    private transient @Nullable VersionItem current;

    private ApiException(
            HttpStatus status,
            String title,
            String detail,
            List<Object> arguments,
            List<Problem> problems,
            @Nullable Language language) {
        super(title + " " + detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.arguments = arguments;
        this.problems = problems;
        this.language = language;
    }

    /** @param language the one that the request asks for */
    static ApiException invalid(List<Problem> problems, Language language) {
        return new ApiException(
                HttpStatus.BAD_REQUEST,
                "400",
                problems.size() > MOST_PROBLEMS ? "400.many" : "400.detail",
                List.of(problems.size(), MOST_PROBLEMS),
                List.copyOf(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))),
                language);
    }

    static ApiException brokenJson(int line, int column) {
        return new ApiException(HttpStatus.BAD_REQUEST, "json", "json.detail", List.of(line, column), List.of(), null);
    }

    /** NaN or Infinity where JSON has a number. */
    static ApiException notANumber(int line, int column) {
        return new ApiException(HttpStatus.BAD_REQUEST, "json", "json.nan", List.of(line, column), List.of(), null);
    }

    static ApiException brokenGzip() {
        return new ApiException(HttpStatus.BAD_REQUEST, "json", "json.gzip", List.of(), List.of(), null);
    }

    static ApiException emptyBody() {
        return new ApiException(HttpStatus.BAD_REQUEST, "json", "json.empty", List.of(), List.of(), null);
    }

    static ApiException notAnObject() {
        return new ApiException(HttpStatus.BAD_REQUEST, "400", "json.object", List.of(), List.of(), null);
    }

    static ApiException beyondLimit(String detail, int limit) {
        return new ApiException(HttpStatus.BAD_REQUEST, "json-limit", detail, List.of(limit), List.of(), null);
    }

    static ApiException tooLarge(int limit) {
        return of(HttpStatus.CONTENT_TOO_LARGE, limit);
    }

    /** Something about receipts that was understood and cannot be done. */
    static ApiException lookBack(String key, Object... arguments) {
        return new ApiException(
                HttpStatus.UNPROCESSABLE_CONTENT, key, key + ".detail", List.of(arguments), List.of(), null);
    }

    static ApiException busy() {
        return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "busy", "busy.detail", List.of(), List.of(), null);
    }

    static ApiException of(HttpStatus status, Object... arguments) {
        String key = String.valueOf(status.value());
        return new ApiException(status, key, key + ".detail", List.of(arguments), List.of(), null);
    }

    /** One of several refusals with the same status; its words are found under its own key. */
    static ApiException named(HttpStatus status, String key, Object... arguments) {
        return new ApiException(status, key, key + ".detail", List.of(arguments), List.of(), null);
    }

    /** It was changed concurrently. */
    static ApiException changed(VersionItem yours, VersionItem current) {
        ApiException refusal = of(HttpStatus.PRECONDITION_FAILED, yours.version(), current.version());
        refusal.yours = yours;
        refusal.current = current;
        return refusal;
    }

    /** The same for a caller that names the current version by a weak tag. */
    ApiException becauseOfWeakTag(String strong) {
        ApiException refusal = new ApiException(status, title, "412.weak", List.of(strong), List.of(), language);
        refusal.yours = yours;
        refusal.current = current;
        return refusal;
    }

    HttpStatus status() {
        return status;
    }

    String titleKey() {
        return "failure." + title + ".title";
    }

    String detailKey() {
        return "failure." + detail;
    }

    List<Object> arguments() {
        return arguments;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Null when the request did not come so far as to say. */
    @Nullable
    Language language() {
        return language;
    }

    /** The version that a refused change starts from; null when that is no matter of versions. */
    @Nullable
    VersionItem yours() {
        return yours;
    }

    /** The version that is current; null when that is no matter of versions. */
    @Nullable
    VersionItem current() {
        return current;
    }
}
