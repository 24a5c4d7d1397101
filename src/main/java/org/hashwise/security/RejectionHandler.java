package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hashwise.consultation.ProblemFields;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writer of the reply to a refused request: a problem document (RFC 9457) for programs, a page for browsers. */
final class RejectionHandler {

    /** The request attribute with the key of the reason, for the error page. */
    private static final String ATTRIBUTE = "rejection";

    private static final long MILLIS = 1000;

    private final Wording wording;
    private final JsonMapper json;

    RejectionHandler(Wording wording, JsonMapper json) {
        this.wording = wording;
        this.json = json;
    }

    void reject(Rejection rejection, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (!isForPrograms(request)) {
            request.setAttribute(ATTRIBUTE, rejection.key());
            response.sendError(rejection.status().value());
            return;
        }
        if (rejection == Rejection.LOGIN) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Hashwise\"");
        }
        response.setStatus(rejection.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(ProblemFields.of(
                        "rejection." + rejection.key(), rejection.status(), request.getRequestURI(), words(request))));
    }

    /** @param wait time for the header {@code Retry-After} */
    void reject(Rejection rejection, Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long seconds = Math.max(1, (wait.toMillis() + MILLIS - 1) / MILLIS);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        reject(rejection, request, response);
    }

    /** Writes the reply to a request that the container refused with a status. */
    void rejectWith(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> document = ProblemFields.of(status, request.getRequestURI(), words(request));
        response.setStatus(status.value());
        byte[] body;
        if (isForPrograms(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            body = json.writeValueAsBytes(document);
        } else {
            response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
            body = (status.value() + " " + document.get("title") + "\n").getBytes(StandardCharsets.UTF_8);
        }
        response.getOutputStream().write(body);
    }

    private UnaryOperator<String> words(HttpServletRequest request) {
        Language language = RequestLanguage.of(request);
        return key -> wording.text(key, language);
    }

    static boolean isForPrograms(HttpServletRequest request) {
        return ProblemFields.areFor(request, request.getRequestURI());
    }
}
