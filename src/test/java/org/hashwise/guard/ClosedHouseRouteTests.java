package org.hashwise.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.account.Role;
import org.hashwise.guard.Route.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every route, for everybody, where one has to log in. */
@OnClosedHouse
class ClosedHouseRouteTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void everybodyIsAnsweredAsTheTableSays() {
        RoutesTried tried = tried();

        assertThat(tried.surprises(Route.all(), Route::closed)).isEmpty();
        System.out.printf(
                "Closed house: %d routes x %d roles tried%n",
                RouteList.of(context).size(), Visitor.values().length);
    }

    @Test
    void nothingChangesForALoggedInBrowserWithoutTheTokenOfAForm() {
        RoutesTried tried = tried();
        List<Route> changing = Route.all().stream().filter(Route::changes).toList();

        assertThat(changing).hasSizeGreaterThan(20).allSatisfy(route -> {
            assertThat(tried.send(route, Visitor.ANALYST, "").statusCode()).isEqualTo(403);
            assertThat(tried.send(route, Visitor.ANALYST, "made-up").statusCode())
                    .isEqualTo(403);
        });
    }

    private RoutesTried tried() {
        String name = "other-" + System.nanoTime();
        return new RoutesTried(
                Household.CLOSED, port, new Guest(port).withKey(Household.CLOSED.add(name, Role.CLIENT)));
    }
}
