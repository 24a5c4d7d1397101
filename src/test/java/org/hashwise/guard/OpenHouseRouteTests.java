package org.hashwise.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every route, for everybody, as Hashwise is out of the box. */
@OnOpenHouse
class OpenHouseRouteTests {

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
    void everybodyIsAnsweredAsTheTableSays() {
        Guest other = new Guest(port).withKey(Household.OPEN.add("other", Role.CLIENT));
        RoutesTried tried = new RoutesTried(Household.OPEN, port, other);

        List<Route> routes = Route.all();
        assertThat(tried.surprises(routes, Route::open)).isEmpty();
        System.out.printf(
                "Open house: %d routes x %d roles tried%n",
                RouteList.of(context).size(), Route.Visitor.values().length);
    }
}
