package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.HttpTestClient;
import org.hashwise.account.Role;
import org.hashwise.security.Route.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every route for every kind of caller, with a login required. */
@LoginRequiredServer
class LoginRequiredRouteTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void everybodyIsAnsweredAsTheTableSays() {
        RouteMatrix tried = tried();

        assertThat(tried.deviations(Route.all(), Route::closed)).isEmpty();
        System.out.printf(
                "Login required: %d routes x %d roles tried%n",
                RouteList.of(context).size(), Visitor.values().length);
    }

    @Test
    void nothingChangesForALoggedInBrowserWithoutTheTokenOfAForm() {
        RouteMatrix tried = tried();
        List<Route> changing = Route.all().stream().filter(Route::changes).toList();

        assertThat(changing).hasSizeGreaterThan(20).allSatisfy(route -> {
            assertThat(tried.send(route, Visitor.ANALYST, "").statusCode()).isEqualTo(403);
            assertThat(tried.send(route, Visitor.ANALYST, "made-up").statusCode())
                    .isEqualTo(403);
        });
    }

    private RouteMatrix tried() {
        String name = "other-" + System.nanoTime();
        return new RouteMatrix(
                TestAccounts.CLOSED,
                port,
                new HttpTestClient(port).withKey(TestAccounts.CLOSED.add(name, Role.CLIENT)));
    }
}
