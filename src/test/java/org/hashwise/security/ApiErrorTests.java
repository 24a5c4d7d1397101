package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hashwise.HttpTestClient;
import org.hashwise.RawHttp;
import org.hashwise.account.Role;
import org.hashwise.api.ApiContract;
import org.hashwise.api.ApiContract.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The errors that every route of the API has, by its OpenAPI description, through all filters. */
@LocalAccessServer
class ApiErrorTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LARGE = "{\"x\":\"" + "x".repeat(1 << 20) + "\"}";
    private static final String SCREENINGS = "/api/v1/screenings";
    private static final String IMPORT = "/api/v1/assessments/import";

    /** The mistake in the request. */
    private enum Wrong {
        METHOD(405),
        ACCEPT(406),
        TYPE(415),
        NO_TYPE(415),
        ENCODING(415),
        SIZE(413),
        ADDRESS(404);

        private final int status;

        Wrong(int status) {
            this.status = status;
        }
    }

    @LocalServerPort
    private int port;

    private HttpTestClient client() {
        return new HttpTestClient(port).withKey(TestAccounts.OPEN.add("errors-" + System.nanoTime(), Role.CLIENT));
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteTellsWhatIsWrongAndWhatItTakes(Wrong wrong) {
        HttpTestClient client = client();
        String text = client.send("GET", "/api/v1/openapi", "", "", Map.of()).body();
        ApiContract contract = new ApiContract(text);
        JsonNode paths = JSON.readTree(text).path("paths");
        HttpResponse<String> saved = client.json("POST", "/api/v1/assessments", "{}");
        String id = JSON.readTree(saved.body()).path("id").asString();
        client.sending("If-Match", saved.headers().firstValue("ETag").orElseThrow());
        int tried = 0;
        for (String operation : contract.operations()) {
            String method = operation.substring(0, operation.indexOf(' '));
            String template = operation.substring(operation.indexOf(' ') + 1);
            JsonNode described = paths.path(template).path(method.toLowerCase(Locale.ROOT));
            if (!applies(wrong, method, template, described)) {
                continue;
            }
            String path = template.replace("{id}", id).replace("{version}", "1");
            String type = described.at("/requestBody/content").propertyNames().stream()
                    .findFirst()
                    .orElse("");
            HttpResponse<String> reply = send(client, wrong, method, path, type);

            assertThat(reply.statusCode()).as(wrong + " " + operation).isEqualTo(wrong.status);
            assertThat(contract.violations(
                            method,
                            path,
                            Message.UNREAD,
                            reply.statusCode(),
                            Message.of(
                                    reply.headers().firstValue("Content-Type").orElse(""), reply.body())))
                    .isEmpty();
            JsonNode problem = JSON.readTree(reply.body());
            assertThat(problem.path("status").asInt()).isEqualTo(wrong.status);
            assertThat(problem.path("detail").asString()).as(operation).isNotBlank();
            assertHeaders(
                    reply, wrong, template, described, paths.path(template).propertyNames());
            tried++;
        }
        assertThat(tried).isGreaterThan(10);
    }

    /** The container itself refuses the method TRACE, before any route. */
    @Test
    void whatTheContainerRefusesIsAProblemToo() throws Exception {
        try (RawHttp http = RawHttp.connect(port)) {
            String request = RawHttp.request("TRACE /api/v1/advice", "", "Host: localhost", "Connection: close");

            assertThat(http.send(request).reply())
                    .startsWith("HTTP/1.1 405")
                    .contains(
                            "application/problem+json",
                            "\"type\":\"/problems#unknown-method\"",
                            "No address takes this method");
        }
    }

    @Test
    void aNameBesideTheIdsTakesItsOwnMethodsOnly() {
        for (String path : List.of("export", "import", "replay")) {
            for (String method : List.of("PATCH", "DELETE")) {
                HttpResponse<String> reply = new HttpTestClient(port)
                        .send(method, "/api/v1/assessments/" + path, "application/json", "{}", Map.of());
                assertThat(reply.statusCode()).as(method + " " + path).isEqualTo(405);
                assertThat(reply.headers().firstValue("Allow")).hasValue(path.equals("export") ? "GET, HEAD" : "POST");
            }
        }
    }

    @Test
    void aMethodThatNoAddressTakesIsAProblemThatSaysSo() throws Exception {
        for (String path : List.of("/api/v1/advice", "/mcp", "/actuator/health", "/api//v1")) {
            try (RawHttp http = RawHttp.connect(port)) {
                assertThat(http.send(RawHttp.request("FOO " + path, "", "Host: localhost", "Connection: close"))
                                .reply())
                        .startsWith("HTTP/1.1 501")
                        .contains(
                                "application/problem+json",
                                "\"type\":\"/problems#unknown-method\"",
                                "\"instance\":\"" + path,
                                "No address takes this method");
            }
        }
        try (RawHttp http = RawHttp.connect(port)) {
            assertThat(http.send(RawHttp.request(
                                    "FOO /", "", "Host: localhost", "Accept: text/html", "Connection: close"))
                            .reply())
                    .startsWith("HTTP/1.1 501")
                    .contains("This cannot be done here");
        }
    }

    private static boolean applies(Wrong wrong, String method, String path, JsonNode described) {
        return switch (wrong) {
            case TYPE, NO_TYPE, ENCODING -> described.has("requestBody");
            // A line of companies has a limit of its own, and a problem in its row.
            case SIZE -> described.has("requestBody") && !path.equals(SCREENINGS) && !path.equals(IMPORT);
            case ACCEPT -> !method.equals("DELETE");
            case METHOD, ADDRESS -> true;
        };
    }

    private static HttpResponse<String> send(
            HttpTestClient client, Wrong wrong, String method, String path, String type) {
        Map<String, String> any = Map.of("Accept", "*/*");
        String body = type.isEmpty() ? "" : "{}";
        return switch (wrong) {
            case METHOD -> client.send("PUT", path, "", "", any);
            case ACCEPT -> client.send(method, path, type, body, Map.of("Accept", "image/png"));
            case TYPE -> client.send(method, path, "image/png", body, any);
            case NO_TYPE -> client.send(method, path, "", body, any);
            case ENCODING -> client.send(method, path, type, body, Map.of("Content-Encoding", "br"));
            case SIZE -> client.send(method, path, type, LARGE, any);
            case ADDRESS -> client.send(method, path + "/no/such/address", type, body, any);
        };
    }

    private static void assertHeaders(
            HttpResponse<String> reply, Wrong wrong, String path, JsonNode described, Iterable<String> methods) {
        switch (wrong) {
            case METHOD -> {
                Set<String> allowed = new TreeSet<>();
                methods.forEach(method -> allowed.add(method.toUpperCase(Locale.ROOT)));
                if (allowed.contains("GET")) {
                    allowed.add("HEAD");
                }
                assertThat(reply.headers().firstValue("Allow")).as(path).hasValue(String.join(", ", allowed));
                assertThat(reply.body()).contains(String.join(", ", allowed));
            }
            case TYPE -> {
                List<String> accepted =
                        List.of(reply.headers().firstValue("Accept").orElse("").split(", "));
                Set<String> types = described.at("/requestBody/content").propertyNames().stream()
                        .collect(Collectors.toSet());
                assertThat(accepted).as(path).containsExactlyInAnyOrderElementsOf(types);
                assertThat(reply.body()).contains(accepted);
            }
            case ENCODING ->
                assertThat(reply.headers().firstValue("Accept-Encoding"))
                        .as(path)
                        .hasValue("gzip");
            case SIZE -> assertThat(reply.body()).as(path).contains("1,048,576 bytes");
            default -> {}
        }
    }
}
