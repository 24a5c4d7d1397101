package org.hashwise.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code routes.txt}: the status codes that each role gets on one route.
 *
 * @param ids whose the id in the path is; {@code -} when there is none
 */
record Route(String method, String path, String ids, List<String> open, List<String> closed) {

    enum Visitor {
        ANONYMOUS,
        READER,
        ANALYST,
        CLIENT,
        WRONG_KEY
    }

    static List<Route> all() {
        try (InputStream file = Route.class.getResourceAsStream("routes.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Route of(String line) {
        String[] parts = line.split("\\|", 3);
        List<String> what = words(parts[0]);
        return new Route(what.get(0), what.get(1), what.get(2), words(parts[1]), words(parts[2]));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }

    String name() {
        return method + " " + path;
    }

    boolean isForPrograms() {
        return path.startsWith("/api/") || path.equals("/mcp") || path.startsWith("/actuator/");
    }

    boolean changes() {
        return !method.equals("GET") && !method.equals("ANY");
    }
}
