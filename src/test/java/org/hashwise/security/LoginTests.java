package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hashwise.HttpTestClient;
import org.hashwise.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logging in and out, with a password and at the company's own login; and what the limits say over HTTP. */
@LoginRequiredServer
class LoginTests {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Bulkhead bulkhead;

    private HttpTestClient visitor;

    @BeforeEach
    void arrive() {
        visitor = new HttpTestClient(port);
    }

    @Test
    void whoLogsInComesToThePageThatWasAskedFor() {
        HttpResponse<String> asked = visitor.get("/questions/power?then=check");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(HttpTestClient.location(asked)).endsWith("/login");
        assertThat(visitor.cookie("JSESSIONID"))
                .as("strangers open no sessions")
                .isEmpty();

        HttpResponse<String> reply = login("rita", TestAccounts.CLOSED.secret("rita"));

        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(HttpTestClient.location(reply)).isEqualTo("/questions/power?then=check");
        assertThat(visitor.get("/").body()).contains("Logged in as rita", "action=\"/logout\"");
    }

    @Test
    void thePageOfTheLoginSpeaksBothLanguagesAndNeedsNoScript() {
        String page = visitor.get("/login").body();
        assertThat(page)
                .contains("<h1>Log in</h1>", "autocomplete=\"current-password\"", "name=\"_csrf\"")
                .contains("Log in with Example Mining", "href=\"/oauth2/authorization/company\"")
                .doesNotContain("<script");

        String french = new HttpTestClient(port)
                .sending("Accept-Language", "fr")
                .get("/login")
                .body();
        assertThat(french).contains("<h1>Connexion</h1>", "Se connecter avec Example Mining");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        HttpResponse<String> wrong = login("anna", "wrong");
        HttpResponse<String> unknown = login("nobody", "wrong");
        HttpResponse<String> program = login("erp", TestAccounts.CLOSED.secret("erp"));
        HttpResponse<String> endless = login("anna", "x".repeat(10_000));

        assertThat(List.of(wrong, unknown, program, endless)).allSatisfy(reply -> {
            assertThat(reply.statusCode()).isEqualTo(303);
            assertThat(HttpTestClient.location(reply)).isEqualTo("/login?failed");
        });
        HttpResponse<String> page = visitor.get("/login?failed");
        assertThat(page.body()).contains("The name or the password is wrong.").doesNotContain("anna");
    }

    @Test
    void guessingIsStoppedEvenAtTheRightPassword() {
        String password = TestAccounts.CLOSED.add("mona", Role.READER);
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            assertThat(login("mona", "guess-" + i).statusCode()).isEqualTo(303);
        }

        HttpResponse<String> locked = login("mona", password);

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("Retry-After")).isPresent();
        assertThat(locked.body()).contains("Too many wrong passwords").doesNotContain("mona", password);
    }

    @Test
    void theSessionChangesAtTheLoginAndEndsWithTheLogout() {
        visitor.loggedIn("rita", TestAccounts.CLOSED.secret("rita"));
        String first = visitor.cookie("JSESSIONID");
        login("rita", TestAccounts.CLOSED.secret("rita"));
        String second = visitor.cookie("JSESSIONID");
        assertThat(second).isNotEmpty().isNotEqualTo(first);

        assertThat(visitor.form("/logout").statusCode()).isEqualTo(302);
        assertThat(new HttpTestClient(port)
                        .sending("Cookie", "JSESSIONID=" + second)
                        .get("/")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aFormOfAnotherVisitorOrOfNobodyIsRefused() {
        String password = TestAccounts.CLOSED.secret("rita");
        String foreign = new HttpTestClient(port).token();

        for (String token : new String[] {"", foreign}) {
            HttpResponse<String> reply = visitor.formWith(token, "/login", "name", "rita", "password", password);
            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(reply.body()).contains("This page was open for too long").doesNotContain(password);
        }
    }

    @Test
    void whatAnotherSiteSendsIsRefusedWhateverItKnows() {
        visitor.loggedIn("rita", TestAccounts.CLOSED.secret("rita"));
        String body = HttpTestClient.encoded(Map.of("_csrf", visitor.token()));

        for (var header : Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")
                .entrySet()) {
            HttpResponse<String> reply = visitor.send(
                    "POST",
                    "/restart",
                    "application/x-www-form-urlencoded",
                    body,
                    Map.of(header.getKey(), header.getValue(), "Accept", "text/html"));
            assertThat(reply.statusCode()).as(header.getKey()).isEqualTo(403);
            assertThat(reply.body()).contains("This came from another site");
        }
    }

    @Test
    void behindTlsBrowsersAreToldToStayThere() {
        HttpResponse<String> page =
                visitor.sending("X-Forwarded-Proto", "https").get("/login");

        assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
    }

    @Test
    void anAccountThatIsRemovedIsOutAtOnce() {
        visitor.loggedIn("tom", TestAccounts.CLOSED.add("tom", Role.READER));
        HttpTestClient program = new HttpTestClient(port).withKey(TestAccounts.CLOSED.add("bot", Role.CLIENT));
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(program.json("GET", "/api/v1/questions", "").statusCode()).isEqualTo(200);

        TestAccounts.CLOSED.accounts().remove("tom");
        TestAccounts.CLOSED.accounts().remove("bot");

        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(program.json("GET", "/api/v1/questions", "").statusCode()).isEqualTo(401);
    }

    @Test
    void theCompaniesOwnLoginLetsItsPeopleIn() {
        atCompany("sam");

        assertThat(visitor.get("/").body()).contains("Logged in as sam");
        assertThat(visitor.json("GET", "/api/v1/rulebook", "").statusCode())
                .as("strategy makes an analyst")
                .isEqualTo(200);
    }

    @Test
    void whoIsCalledLikeOneOfUsElsewhereIsNotThatOne() {
        HttpTestClient ours = new HttpTestClient(port).loggedIn("anna", TestAccounts.CLOSED.secret("anna"));
        String kept = keep(ours);
        assertThat(ours.json("GET", "/api/v1/assessments", "").body()).contains(kept);

        atCompany("anna");

        assertThat(visitor.get("/").body()).contains("Logged in as anna");
        assertThat(visitor.json("GET", "/api/v1/assessments", "").body()).doesNotContain(kept);
        assertThat(visitor.json("GET", "/api/v1/rulebook", "").statusCode())
                .as("others are readers")
                .isEqualTo(403);
        String own = keep(visitor);
        assertThat(visitor.json("GET", "/api/v1/assessments", "").body()).contains(own);
        assertThat(ours.json("GET", "/api/v1/assessments", "").body()).doesNotContain(own);
    }

    @Test
    void aCodeThatNobodyAskedForIsRefused() {
        HttpResponse<String> reply = visitor.get("/login/oauth2/code/company?code=made-up&state=made-up");

        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(HttpTestClient.location(reply)).isEqualTo("/login?failed");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aKeyIsServedSoOftenAMinute() {
        HttpTestClient program = new HttpTestClient(port).withKey(TestAccounts.CLOSED.add("busy", Role.CLIENT));
        HttpResponse<String> reply = program.json("GET", "/api/v1/questions/schema", "");
        for (int i = 0; i < 5_000 && reply.statusCode() != 429; i++) {
            reply = program.json("GET", "/api/v1/nothing", "");
        }

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body()).contains("\"title\":\"Too many requests\"");
        HttpTestClient another = new HttpTestClient(port).withKey(TestAccounts.CLOSED.secret("erp"));
        assertThat(another.json("GET", "/api/v1/questions/schema", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void analysesThatFindNoPlaceAreToldWhenToComeBack() {
        visitor.loggedIn("rita", TestAccounts.CLOSED.secret("rita"));
        assertThat(bulkhead.enter("one", () -> false)).isTrue();
        assertThat(bulkhead.enter("two", () -> false)).isTrue();
        try {
            HttpResponse<String> page = visitor.get("/interview");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(page.body()).contains("Many are asking at this moment", "Logged in as rita");
            assertThat(new HttpTestClient(port)
                            .withKey(TestAccounts.CLOSED.secret("erp"))
                            .json("POST", "/api/v1/advice/flips", "{}")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(visitor.get("/questions/power").statusCode()).isEqualTo(200);
        } finally {
            bulkhead.leave("one");
            bulkhead.leave("two");
        }
    }

    private HttpResponse<String> login(String name, String password) {
        return visitor.form("/login", "name", name, "password", password);
    }

    private static String keep(HttpTestClient visitor) {
        HttpResponse<String> reply = visitor.send(
                "POST", "/api/v1/assessments", "application/json", "{}", Map.of("X-XSRF-TOKEN", visitor.token()));
        var id = ID.matcher(reply.body());
        assertThat(id.find()).as(reply.body()).isTrue();
        return id.group(1);
    }

    /** The whole way: to the company's login, through its form, and back with a code. */
    private void atCompany(String name) {
        HttpResponse<String> asked = visitor.get("/oauth2/authorization/company");
        assertThat(HttpTestClient.location(asked)).contains("code_challenge=", "state=", "nonce=");
        HttpResponse<String> form = visitor.follow(visitor.follow(asked));
        assertThat(form.body()).contains("name=\"username\"");
        assertThat(HttpTestClient.token(form)).isNotEmpty();
        HttpResponse<String> sent = visitor.formWith(
                HttpTestClient.token(form),
                TestIdentityProvider.start() + "/login",
                "username",
                name,
                "password",
                TestIdentityProvider.PASSWORD);
        assertThat(HttpTestClient.location(sent)).contains("/oauth2/authorize?");
        HttpResponse<String> vouched = visitor.follow(sent);
        assertThat(HttpTestClient.target(vouched))
                .startsWith("http://127.0.0.1:" + port + "/login/oauth2/code/company?code=");

        HttpResponse<String> back = visitor.follow(vouched);

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(HttpTestClient.location(back)).doesNotContain("failed");
    }
}
