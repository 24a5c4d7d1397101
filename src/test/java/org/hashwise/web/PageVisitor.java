package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody with a browser in one language, who keeps the session from page to page. */
final class PageVisitor {

    private final MockMvcTester http;
    private final String language;
    private MockHttpSession session = new MockHttpSession();
    private @Nullable Cookie chosen;

    PageVisitor(MockMvcTester http, String language) {
        this.http = http;
        this.language = language;
    }

    MvcTestResult open(String path) {
        var request = http.get()
                .uri(path)
                .session(session)
                .accept(MediaType.TEXT_HTML)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language);
        if (chosen != null) {
            request = request.cookie(chosen);
        }
        MvcTestResult result = request.exchange();
        Cookie cookie = result.getResponse().getCookie("language");
        chosen = cookie == null ? chosen : cookie;
        return result;
    }

    /** The company that the last page was about, with what was answered for it. */
    QuestionnaireSession company() {
        return ((Workspace) Objects.requireNonNull(session.getAttribute(Workspace.ATTRIBUTE)))
                .current()
                .orElseThrow();
    }

    /** The session of the server ends; the pages in the browser stay. */
    void loseSession() {
        session = new MockHttpSession();
    }

    /** The page at a path that exists. */
    String read(String path) {
        MvcTestResult result = open(path.replaceFirst("#.*", ""));
        if (path.contains("lang=")) {
            result = open(String.valueOf(result.getResponse().getRedirectedUrl()));
        }
        assertThat(result).hasStatusOk();
        return html(result);
    }

    /** The model of the page at a path that exists. */
    Map<String, Object> model(String path) {
        MvcTestResult result = open(path);
        assertThat(result).hasStatusOk();
        return Objects.requireNonNull(result.getMvcResult().getModelAndView()).getModel();
    }

    /** Sends a form: names and values in turn. */
    MvcTestResult send(String path, String... fields) {
        var form = http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .session(session)
                .accept(MediaType.TEXT_HTML)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language);
        if (chosen != null) {
            form = form.cookie(chosen);
        }
        for (int field = 0; field < fields.length; field += 2) {
            form = form.param(fields[field], fields[field + 1]);
        }
        MvcTestResult result = form.exchange();
        Cookie cookie = result.getResponse().getCookie("language");
        chosen = cookie == null ? chosen : cookie;
        return result;
    }

    /** Sends a form that must be accepted, and says where that leads. */
    String follow(String path, String... fields) {
        MvcTestResult result = send(path, fields);
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
