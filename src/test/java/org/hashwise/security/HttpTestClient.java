package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser or a program that sends requests to the server under test; keeps cookies and follows no redirect. */
final class HttpTestClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final String server;
    private final HttpClient http = HttpClient.newHttpClient();

    /** By host and name. */
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    private final Map<String, String> always = new TreeMap<>();

    HttpTestClient(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** Sends this header with every request. */
    HttpTestClient sending(String header, String value) {
        always.put(header, value);
        return this;
    }

    HttpTestClient withKey(String key) {
        return sending("Authorization", "Bearer " + key);
    }

    HttpTestClient loggedIn(String name, String password) {
        HttpResponse<String> reply = form("/login", "name", name, "password", password);
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(location(reply)).doesNotContain("failed");
        return this;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "", "", Map.of("Accept", "text/html"));
    }

    /** Sends a form with its token, as a page has it: names and values in turn. */
    HttpResponse<String> form(String path, String... fields) {
        return formWith(token(), path, fields);
    }

    HttpResponse<String> formWith(String token, String path, String... fields) {
        Map<String, String> all = new TreeMap<>();
        if (!token.isEmpty()) {
            all.put("_csrf", token);
        }
        for (int field = 0; field < fields.length; field += 2) {
            all.put(fields[field], fields[field + 1]);
        }
        return send("POST", path, "application/x-www-form-urlencoded", encoded(all), Map.of("Accept", "text/html"));
    }

    HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, "application/json", body, Map.of());
    }

    HttpResponse<String> send(String method, String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? server + path : path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        always.forEach(request::header);
        headers.forEach(request::header);
        String host = request.build().uri().getHost();
        Map<String, String> kept = cookies.computeIfAbsent(host, first -> new TreeMap<>());
        if (!kept.isEmpty() && !always.containsKey("Cookie")) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            reply.headers().allValues("Set-Cookie").stream()
                    .flatMap(line -> HttpCookie.parse(line).stream())
                    .forEach(cookie -> {
                        if (cookie.hasExpired()) {
                            kept.remove(cookie.getName());
                        } else {
                            kept.put(cookie.getName(), cookie.getValue());
                        }
                    });
            return reply;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** The token that the form on the page of the login has. */
    String token() {
        return token(get("/login"));
    }

    static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    /** Goes where a reply leads. */
    HttpResponse<String> follow(HttpResponse<String> reply) {
        return get(target(reply));
    }

    /** The whole address to which a reply leads. */
    static String target(HttpResponse<String> reply) {
        return reply.uri().resolve(location(reply)).toString();
    }

    static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElse("");
    }

    String cookie(String name) {
        return cookies.getOrDefault("127.0.0.1", Map.of()).getOrDefault(name, "");
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
