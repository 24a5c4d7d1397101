package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.HttpTestClient;
import org.hashwise.account.Role;
import org.hashwise.api.ApiContract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every route for every kind of caller, with the default settings. */
@LocalAccessServer
class LocalAccessRouteTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void everyRouteIsInTheTableAndEveryLineIsARoute() {
        assertThat(Route.all().stream().map(Route::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(RouteList.of(context));
    }

    @Test
    void everyRouteOfTheApiIsDescribedAndNoOther() {
        ApiContract contract = new ApiContract(new HttpTestClient(port)
                .send("GET", "/api/v1/openapi", "", "", Map.of())
                .body());

        assertThat(contract.operations())
                .containsExactlyInAnyOrderElementsOf(Route.all().stream()
                        .map(Route::name)
                        .filter(name -> name.contains(" /api/"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() {
        HttpTestClient other = new HttpTestClient(port).withKey(TestAccounts.OPEN.add("other", Role.CLIENT));
        RouteMatrix tried = new RouteMatrix(TestAccounts.OPEN, port, other);

        List<Route> routes = Route.all();
        assertThat(tried.deviations(routes, Route::open)).isEmpty();
        System.out.printf(
                "Login not required: %d routes x %d roles tried%n",
                RouteList.of(context).size(), Route.Visitor.values().length);
    }
}
