package org.hashwise.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashwise.api.ApiContract.Message;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Wording;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Fails every test of the API in which a request that succeeds, or a reply, is not as the OpenAPI description says. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiContractFilter extends OncePerRequestFilter {

    private static final int LONGEST = 10_000_000;

    private final ApiContract contract;

    ApiContractFilter(
            Consultation consultation, Analyses analyses, Projections projections, Wording wording, JsonMapper json) {
        contract = new ApiContract(new OpenApiDescription(consultation, analyses, projections, wording, json)
                .description()
                .toString());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest http, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!http.getRequestURI().startsWith("/api/v1/")) {
            chain.doFilter(http, response);
            return;
        }
        ContentCachingRequestWrapper request = new ContentCachingRequestWrapper(http, LONGEST);
        ContentCachingResponseWrapper reply = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, reply);
        List<String> violations = contract.violations(
                http.getMethod(),
                http.getRequestURI(),
                http.getHeader("Content-Encoding") == null
                        ? message(http.getContentType(), request.getContentAsByteArray())
                        : Message.UNREAD,
                reply.getStatus(),
                message(reply.getContentType(), reply.getContentAsByteArray()));
        reply.copyBodyToResponse();
        if (!violations.isEmpty()) {
            throw new AssertionError("Not as described: " + violations);
        }
    }

    private static Message message(String contentType, byte[] body) {
        return Message.of(contentType == null ? "" : contentType, new String(body, StandardCharsets.UTF_8));
    }
}
