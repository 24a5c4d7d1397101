package org.hashwise.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.ProblemKind;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Exception: a request that is answered with a problem document.
 *
 * <p>The title is found in the messages under {@code failure.<key>.title}, the detail under {@code failure.<detail>}.
 */
final class ApiException extends RuntimeException {

    private final transient HttpStatus status;
    private final transient String title;
    private final transient String detail;
    private final transient List<Object> arguments;
    private final transient List<Problem> problems;
    private final transient @Nullable Language language;
    private transient List<ErrorItem> items = List.of();
    private transient Map<String, String> headers = Map.of();
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

    static ApiException of(InvalidRequest refusal) {
        return new ApiException(
                refusal.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                refusal.title(),
                refusal.detail(),
                refusal.arguments(),
                refusal.problems(),
                refusal.language());
    }

    /** @param language the one that the request asks for */
    static ApiException invalid(List<Problem> problems, Language language) {
        return of(InvalidRequest.invalid(problems, language));
    }

    static ApiException brokenGzip() {
        return new ApiException(HttpStatus.BAD_REQUEST, "json", "json.gzip", List.of(), List.of(), null);
    }

    /** A file that cannot be screened. */
    static ApiException unreadable(String key, List<Object> arguments) {
        return new ApiException(HttpStatus.BAD_REQUEST, "screening", "screening." + key, arguments, List.of(), null);
    }

    /** A file with columns that are not understood. */
    static ApiException refused(List<ErrorItem> columns, Language language) {
        ApiException refusal = new ApiException(
                HttpStatus.BAD_REQUEST, "screening", "screening.columns", List.of(), List.of(), language);
        refusal.items = List.copyOf(columns);
        return refusal;
    }

    /** A request about receipts that was understood and cannot be done. */
    static ApiException unprocessable(String key, Object... arguments) {
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

    /** A body of another type than those that the address takes. */
    static ApiException unsupported(List<MediaType> types) {
        String accepted = types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
        return of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, accepted).with(HttpHeaders.ACCEPT, accepted);
    }

    /** @param encoding of a body, which is not read */
    static ApiException encoded(String encoding) {
        return named(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "encoding", encoding).with(HttpHeaders.ACCEPT_ENCODING, "gzip");
    }

    /** The same with a header of the reply. */
    ApiException with(String header, String value) {
        headers = Map.of(header, value);
        return this;
    }

    /** It was changed concurrently. */
    static ApiException changed(VersionItem yours, VersionItem current) {
        ApiException refusal = of(HttpStatus.PRECONDITION_FAILED, yours.version(), current.version());
        refusal.yours = yours;
        refusal.current = current;
        return refusal;
    }

    /**
     * The same in other words.
     *
     * @param detail key of the words
     * @param tag of the current version
     */
    ApiException because(String detail, String tag) {
        ApiException refusal = new ApiException(status, title, detail, List.of(tag), List.of(), language);
        refusal.yours = yours;
        refusal.current = current;
        return refusal;
    }

    HttpStatus status() {
        return status;
    }

    ProblemKind kind() {
        return ProblemKind.of("failure." + title);
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

    /** Problems that have their sentences already. */
    List<ErrorItem> items() {
        return items;
    }

    /** The headers by which the reply says what is accepted. */
    Map<String, String> headers() {
        return headers;
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
