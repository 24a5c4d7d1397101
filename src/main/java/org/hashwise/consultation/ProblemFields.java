package org.hashwise.consultation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;

/** The problem documents (RFC 9457) for programs whose request comes to no endpoint, and the paths that are for programs. */
public final class ProblemFields {

    private ProblemFields() {}

    /** Returns whether what is below a path is for programs, which are answered with problem documents. */
    public static boolean areFor(HttpServletRequest request, String path) {
        // An address that is refused for its doubled slashes may still be meant for the API.
        String inside = (path.substring(request.getContextPath().length()) + "/").replaceAll("/{2,}", "/");
        return inside.startsWith("/api/") || inside.equals("/mcp/") || inside.startsWith("/actuator/");
    }

    /** The document of a status that the container replies with. */
    public static Map<String, Object> of(HttpStatus status, String path, UnaryOperator<String> words) {
        String key = switch (status) {
            case METHOD_NOT_ALLOWED -> "rejection.method";
            case NOT_FOUND -> "failure.404";
            default -> status.is4xxClientError() ? "rejection.address" : "failure.500";
        };
        return of(key, status, path, words);
    }

    /** @param key of the title and the detail, without its last part */
    public static Map<String, Object> of(String key, HttpStatus status, String path, UnaryOperator<String> words) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", ProblemKind.of(key).type());
        document.put("title", words.apply(key + ".title"));
        document.put("status", status.value());
        document.put("detail", words.apply(key + ".detail"));
        document.put("instance", path);
        return document;
    }
}
