package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hashwise.api.ApiContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the server under test that compares each exchange with the description of the API; keeps cookies. */
final class StoryClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/v1/";

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();
    private final String server;
    private final ApiContract contract;

    StoryClient(int port) throws IOException, InterruptedException {
        server = "http://127.0.0.1:" + port;
        contract = new ApiContract(page(API + "openapi", "en"));
    }

    /** Sends JSON to the API and reads the reply, which has the given status. */
    JsonNode post(String path, String body, int status) throws IOException, InterruptedException {
        HttpResponse<String> reply = send("POST", path, "application/json", body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        return JSON.readTree(reply.body());
    }

    /** @param headers names and values in turn */
    HttpResponse<String> send(String method, String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (int header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(contract.violations(
                        method,
                        path.split("\\?", 2)[0],
                        ApiContract.Message.of(type, body),
                        reply.statusCode(),
                        ApiContract.Message.of(
                                reply.headers().firstValue("Content-Type").orElse(""), reply.body())))
                .isEmpty();
        return reply;
    }

    /** The text at an address in a language. */
    String page(String path, String language) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }
}
