package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hashwise.HttpTestClient;
import org.hashwise.api.ApiContract;
import org.hashwise.api.ApiContract.Message;
import org.hashwise.assessment.ReadToken;
import org.hashwise.security.Route.Visitor;

/** Matrix of routes and callers: each caller asks for each route. */
final class RouteMatrix {

    private static final String SERVED = "200";

    /** A route that takes seconds is asked for by all who are to be refused, and by one who is not. */
    private static final Pattern SLOW = Pattern.compile("/memo\\.(pdf|docx)$|/receipts/chain$");

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
    private static final Map<String, String> KNOWN = Map.of(
            "/questions/{section}", "/questions/power",
            "/interview/{id}", "/interview/power.contract",
            "/examples/{id}", "/examples/terawulf-2025-08",
            "/rulebook/rules/{id}", "/rulebook/rules/POWER-01",
            "/rulebook/thresholds/{id}", "/rulebook/thresholds/largeSiteMw",
            "/assets/**", "/assets/css/base.css",
            "/assets/js/**", "/assets/js/htmx.min.js",
            "/oauth2/authorization/{registration}", "/oauth2/authorization/company",
            "/login/oauth2/code/{registration}", "/login/oauth2/code/company");
    private static final Map<String, String[]> FIELDS = Map.of(
            "/questions/suggestion", new String[] {"question", "power.energizedMw", "value", "245"},
            "/advice/map", new String[] {"x", "power.energizedMw", "y", "treasury.cashUsd"},
            "/advice/scenario", new String[] {"scenario", "ADVERSE"},
            "/advice/what-if", new String[] {"question", "power.contract"},
            "/advice/what-if/question", new String[] {"question", "power.contract"},
            "/advice/what-if/undo", new String[] {"question", "power.contract"},
            "/login", new String[] {"name", "nobody-at-all", "password", "wrong"});

    private final TestAccounts accounts;
    private final int port;
    private final HttpTestClient other;
    private final Map<Visitor, HttpTestClient> clients = new EnumMap<>(Visitor.class);
    private final Map<Visitor, String> tokens = new EnumMap<>(Visitor.class);
    private final ApiContract contract;

    /** An assessment of each client, until a route may have changed one. */
    private final Map<HttpTestClient, String> assessments = new HashMap<>();

    RouteMatrix(TestAccounts accounts, int port, HttpTestClient other) {
        this.accounts = accounts;
        this.port = port;
        this.other = other;
        contract = new ApiContract(
                other.send("GET", "/api/v1/openapi", "", "", Map.of()).body());
        for (Visitor visitor : Visitor.values()) {
            arrive(visitor);
        }
    }

    private void arrive(Visitor visitor) {
        HttpTestClient client = new HttpTestClient(port);
        clients.put(
                visitor,
                switch (visitor) {
                    case ANONYMOUS -> client;
                    case READER -> client.loggedIn("rita", accounts.secret("rita"));
                    case ANALYST -> client.loggedIn("anna", accounts.secret("anna"));
                    case CLIENT -> client.withKey(accounts.secret("erp"));
                    case WRONG_KEY -> client.withKey("hw_" + "x".repeat(43));
                });
        tokens.put(visitor, client.token());
        // Some answers, so that there is an advice to look at.
        client.formWith(tokens.getOrDefault(visitor, ""), "/questions/power", "power.largestSiteMw", "245");
    }

    /** The replies that are not as the table says. */
    List<String> deviations(List<Route> routes, Function<Route, List<String>> expected) {
        List<String> deviations = new ArrayList<>();
        for (Route route : routes) {
            boolean served = false;
            for (Visitor visitor : Visitor.values()) {
                String wanted = expected.apply(route).get(visitor.ordinal());
                if (served
                        && wanted.equals(SERVED)
                        && SLOW.matcher(route.path()).find()) {
                    continue;
                }
                served |= wanted.equals(SERVED);
                HttpResponse<String> reply = send(route, visitor, tokens.getOrDefault(visitor, ""));
                if (route.changes() && route.path().contains("/assessments") && reply.statusCode() < 400) {
                    assessments.clear();
                }
                deviations.addAll(violations(route, reply));
                String got = told(reply);
                if (!got.equals(wanted)) {
                    deviations.add(route.name() + " (" + route.ids() + ") for " + visitor + ": " + got + " instead of "
                            + wanted);
                }
                // These end the visit, or the answers that an advice needs.
                if (route.changes() && route.path().matches("/logout|/login|/restart|/examples/leave")) {
                    arrive(visitor);
                }
            }
        }
        return deviations;
    }

    /** The parts of a reply of the API that are not as its OpenAPI description says. */
    private List<String> violations(Route route, HttpResponse<String> reply) {
        return route.path().startsWith("/api/")
                ? contract.violations(
                        route.method(),
                        reply.uri().getPath(),
                        Message.of("application/json", "{}"),
                        reply.statusCode(),
                        Message.of(reply.headers().firstValue("Content-Type").orElse(""), reply.body()))
                : List.of();
    }

    HttpResponse<String> send(Route route, Visitor visitor, String token) {
        HttpTestClient client = clients.get(visitor);
        String path = path(route, client);
        if (!route.isForPrograms()) {
            return route.method().equals("POST")
                    ? client.formWith(token, path, FIELDS.getOrDefault(route.path(), new String[0]))
                    : client.get(path);
        }
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("X-XSRF-TOKEN", token);
        boolean hasBody = route.method().equals("POST") || route.method().equals("PATCH");
        return client.send(route.method(), path, hasBody ? "application/json" : "", hasBody ? "{}" : "", headers);
    }

    private String path(Route route, HttpTestClient client) {
        String path = route.path();
        return switch (route.ids()) {
            case "known" -> KNOWN.get(path);
            case "own" -> of(path, assessment(client));
            case "foreign" -> of(path, assessment(other));
            case "unknown" ->
                path.replaceAll("\\{id}|\\{section}|\\{token}", "0".repeat(32))
                        .replace("{version}", "1")
                        .replace("**", "nothing");
            default -> path;
        };
    }

    private static String of(String path, String assessment) {
        return path.replace("{id}", assessment)
                .replace("{token}", ReadToken.of(assessment))
                .replace("{version}", "1");
    }

    /** The id of an assessment that a client made, or that the other client made if this one has no right to make any. */
    private String assessment(HttpTestClient client) {
        String known = assessments.get(client);
        if (known == null) {
            known = saved(client);
            assessments.put(client, known);
        }
        return known;
    }

    private String saved(HttpTestClient client) {
        HttpResponse<String> reply = client.send(
                "POST", "/api/v1/assessments", "application/json", "{}", Map.of("X-XSRF-TOKEN", tokenOf(client)));
        var id = ID.matcher(reply.body());
        if (id.find()) {
            return id.group(1);
        }
        assertThat(client).as("who may always keep one").isNotSameAs(other);
        return assessment(other);
    }

    private String tokenOf(HttpTestClient client) {
        return clients.entrySet().stream()
                .filter(each -> each.getValue() == client)
                .map(each -> tokens.getOrDefault(each.getKey(), ""))
                .findFirst()
                .orElse("");
    }

    private static String told(HttpResponse<String> reply) {
        boolean toLogin =
                reply.statusCode() == 302 && HttpTestClient.location(reply).endsWith("/login");
        return toLogin ? "login" : String.valueOf(reply.statusCode());
    }
}
