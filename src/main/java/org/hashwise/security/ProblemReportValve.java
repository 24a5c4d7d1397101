package org.hashwise.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The error report of the container: a problem document for programs, a page for browsers, a line of text for all others.
 */
final class ProblemReportValve extends ErrorReportValve {

    private final ObjectProvider<RejectionHandler> rejections;
    private final ObjectProvider<ITemplateEngine> templates;
    private final String root;

    /** @param root path below which all pages are, without a slash at its end */
    ProblemReportValve(
            ObjectProvider<RejectionHandler> rejections, ObjectProvider<ITemplateEngine> templates, String root) {
        this.rejections = rejections;
        this.templates = templates;
        this.root = root;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            if (isForBrowsers(request)) {
                response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
                response.getOutputStream().write(page(status, RequestLanguage.of(request)));
            } else {
                rejections.getObject().rejectWith(status, request, response);
            }
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean isForBrowsers(Request request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !RejectionHandler.isForPrograms(request);
    }

    private byte[] page(HttpStatus status, Language language) {
        boolean refused = status.is4xxClientError();
        Map<String, Object> values = Map.of(
                "language",
                language.code(),
                "root",
                root,
                "reason",
                refused ? "rejection.address" : "error.heading",
                "lead",
                refused ? "rejection.address.lead" : "error.lead",
                "status",
                status.value());
        return templates
                .getObject()
                .process("pages/unreadable", new Context(language.locale(), values))
                .getBytes(StandardCharsets.UTF_8);
    }
}
