package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
                .write(json.writeValueAsBytes(document("rejection." + rejection.key(), rejection.status(), request)));
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
        String key = status.is4xxClientError() ? "rejection.address" : "failure.500";
        Map<String, Object> document = document(key, status, request);
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

    private Map<String, Object> document(String key, HttpStatus status, HttpServletRequest request) {
        Language language = RequestLanguage.of(request);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", wording.text(key + ".title", language));
        document.put("status", status.value());
        document.put("detail", wording.text(key + ".detail", language));
        document.put("instance", request.getRequestURI());
        return document;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(request.getContextPath().length()) + "/";
        // An address that is refused for its doubled slashes may still be meant for the API.
        String path = raw.replaceAll("/{2,}", "/");
        return path.startsWith("/api/") || path.equals("/mcp/") || path.startsWith("/actuator/");
    }
}
