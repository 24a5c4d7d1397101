package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.HttpTestClient;
import org.hashwise.security.NoSecurityConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Behaviour that only a real server shows: pages for what is not there, assets and how long they are kept, cookies. */
@SpringBootTest(
        classes = PagesOverHttpTests.PagesAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesOverHttpTests {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    @LocalServerPort
    private int port;

    @Test
    void aPageThatDoesNotExistHelpsOn() throws Exception {
        HttpResponse<String> page = get("/nowhere", "fr");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"fr\">", "Cette page n’existe pas", "href=\"/questions\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/questions/weather",
                "/assets/nothing.css",
                "/assets/",
                "/assets/../messages/messages_en.properties",
                "/templates/pages/start.html",
                "/messages/messages_en.properties",
                "/pages/start.html",
                "/favicon.ico"
            })
    void nothingButPagesAndAssetsIsServed(String path) throws Exception {
        HttpResponse<String> page = get(path, "en");

        assertThat(page.statusCode()).isIn(400, 404);
        assertThat(page.body()).doesNotContain("Exception", "layout.skip =");
    }

    @Test
    void assetsCarryTheirVersionAndAreKept() throws Exception {
        HttpResponse<String> start = get("/", "en");

        var assets = ASSET.matcher(start.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(assets)
                .hasSizeGreaterThan(3)
                .allMatch(asset -> asset.matches(".*-[0-9a-f]{32}\\.(css|js|svg|woff2)"));
        for (String asset : assets) {
            HttpResponse<String> file = get(asset, "en");
            assertThat(file.statusCode()).as(asset).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        }
    }

    @Test
    void theFontComesFromHereIsKeptAndHasItsLicence() throws Exception {
        Matcher sheet = Pattern.compile("href=\"(/assets/css/base[^\"]+)\"")
                .matcher(get("/", "en").body());
        assertThat(sheet.find()).isTrue();
        Matcher source = Pattern.compile("url\\(\"?([^)\"]+)")
                .matcher(get(sheet.group(1), "en").body());
        assertThat(source.find()).isTrue();
        HttpResponse<String> font = get(source.group(1), "en");

        assertThat(source.group(1)).matches("/assets/fonts/source-sans-3-[0-9a-f]{32}\\.woff2");
        assertThat(font.statusCode()).isEqualTo(200);
        assertThat(font.headers().firstValue("Content-Type")).hasValue("font/woff2");
        assertThat(font.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(get("/assets/fonts/OFL.txt", "en").body())
                .contains("Copyright 2023 Adobe", "SIL OPEN FONT LICENSE Version 1.1");
    }

    @Test
    void readingSetsNoSessionAndAddressesNeverCarryOne() throws Exception {
        HttpResponse<String> start = get("/", "en");

        assertThat(start.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(start.body()).doesNotContain("jsessionid");
    }

    @Test
    void aFormTooLargeToReadIsRefusedInWords() throws Exception {
        HttpResponse<String> page =
                new HttpTestClient(port).formWith("", "/questions/power", "power.energizedMw", "9".repeat(3_000_000));

        assertThat(page.statusCode()).isBetween(400, 499);
        assertThat(page.body()).contains("This request cannot be answered").doesNotContain("Exception");
    }

    @Test
    void aFormInPartsIsRefusedAndErasesNothing() throws Exception {
        HttpResponse<String> page = new HttpTestClient(port).upload("", "/questions/company", "a.csv", new byte[0]);

        assertThat(page.statusCode()).isEqualTo(415);
        assertThat(page.body()).contains("This request cannot be answered");
    }

    @Test
    void theAddressOfFailuresIsNoPage() throws Exception {
        HttpResponse<String> page = get("/error", "en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("This page does not exist").doesNotContain("999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/assets/nope.css", "/error"})
    void programsAreToldInTheirOwnFormat(String path) throws Exception {
        HttpResponse<String> problem = accepting(path, "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("\"title\":\"This page does not exist\"", "\"instance\":\"" + path + "\"");

        HttpResponse<String> text = accepting(path, "text/css,*/*;q=0.1");
        assertThat(text.statusCode()).isEqualTo(404);
        assertThat(text.body()).isEqualTo("404 This page does not exist\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//api/v1/questions", "/api//v1/questions", "//api/v1/advice", "/actuator"})
    void anAddressForProgramsIsAnsweredByAProblemDocument(String path) throws Exception {
        HttpResponse<String> problem = accepting(path, "application/json");

        assertThat(problem.statusCode()).isIn(400, 404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("\"title\":", "\"status\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%ff", "/assets/..%2f"})
    void addressesThatTheServerRefusesTellNothingOfIt(String path) throws Exception {
        HttpResponse<String> page = get(path, "en");

        assertThat(page.statusCode()).isIn(400, 404);
        assertThat(page.body()).doesNotContain("Tomcat", "Exception");
    }

    private HttpResponse<String> accepting(String path, String types) {
        return new HttpTestClient(port).sending("Accept", types).json("GET", path, "");
    }

    private HttpResponse<String> get(String path, String language) {
        return new HttpTestClient(port).sending("Accept-Language", language).get(path);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({NoSecurityConfiguration.class, WebConfiguration.class, PageErrors.class, PageBeans.class})
    static class PagesAlone {}
}
