package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
public final class HttpTestClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private static final String BOUNDARY = "----file";

    private final String server;
    private final HttpClient http = HttpClient.newHttpClient();

    /** By host and name. */
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    private final Map<String, String> always = new TreeMap<>();

    public HttpTestClient(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** Sends this header with every request. */
    public HttpTestClient sending(String header, String value) {
        always.put(header, value);
        return this;
    }

    public HttpTestClient withKey(String key) {
        return sending("Authorization", "Bearer " + key);
    }

    public HttpTestClient loggedIn(String name, String password) {
        HttpResponse<String> reply = form("/login", "name", name, "password", password);
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(location(reply)).doesNotContain("failed");
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "", "", Map.of("Accept", "text/html"));
    }

    /** Sends a form with its token, as a page has it: names and values in turn. */
    public HttpResponse<String> form(String path, String... fields) {
        return formWith(token(), path, fields);
    }

    public HttpResponse<String> formWith(String token, String path, String... fields) {
        Map<String, String> all = new TreeMap<>();
        if (!token.isEmpty()) {
            all.put("_csrf", token);
        }
        for (int field = 0; field < fields.length; field += 2) {
            all.put(fields[field], fields[field + 1]);
        }
        return send("POST", path, "application/x-www-form-urlencoded", encoded(all), Map.of("Accept", "text/html"));
    }

    public HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, "application/json", body, Map.of());
    }

    public HttpResponse<String> send(
            String method, String path, String type, String body, Map<String, String> headers) {
        return send(method, path, type, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> send(
            String method, String path, String type, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        return send(method, path, type, body, headers, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file with the form of a page. */
    public HttpResponse<String> upload(String path, String name, byte[] content) {
        return upload(token(get(path)), path, name, content);
    }

    public HttpResponse<String> upload(String token, String path, String name, byte[] content) {
        String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((part + "\"_csrf\"\r\n\r\n" + token + "\r\n" + part + "\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + BOUNDARY,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
                Map.of("Accept", "text/html"));
    }

    public byte[] download(String path) {
        HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
        return send("GET", path, "", nothing, Map.of(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private <T> HttpResponse<T> send(
            String method,
            String path,
            String type,
            HttpRequest.BodyPublisher body,
            Map<String, String> headers,
            HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? server + path : path))
                .method(method, body);
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
            HttpResponse<T> reply = http.send(request.build(), handler);
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

    /** The CSRF token of the login form. */
    public String token() {
        return token(get("/login"));
    }

    public static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    /** Follows the redirect of a reply. */
    public HttpResponse<String> follow(HttpResponse<String> reply) {
        return get(target(reply));
    }

    /** The absolute address of the redirect of a reply. */
    public static String target(HttpResponse<String> reply) {
        return reply.uri().resolve(location(reply)).toString();
    }

    public static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElse("");
    }

    public String cookie(String name) {
        return cookies.getOrDefault("127.0.0.1", Map.of()).getOrDefault(name, "");
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
