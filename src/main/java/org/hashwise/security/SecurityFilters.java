package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.Role;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** The filters that both chains share, in their order. */
@Component
final class SecurityFilters {

    /** The request attribute that tells the page of an expired form whether the sender has access to pages. */
    private static final String EXPIRED_FORM = "expiredForm";

    private static final String EXPIRED_FORM_KNOWN = "expiredFormKnown";

    private final AccessPolicy access;
    private final AccountRepository accounts;
    private final RejectionHandler rejections;
    private final HostFilter hosts;
    private final RateLimitFilter rates;
    private final AnalysisBulkheadFilter analyses;

    SecurityFilters(
            AccessPolicy policy,
            AccountRepository accounts,
            RequestLimits limits,
            RejectionHandler rejections,
            Bulkhead bulkhead) {
        this.access = policy;
        this.accounts = accounts;
        this.rejections = rejections;
        this.hosts = new HostFilter(policy, rejections);
        this.rates = new RateLimitFilter(policy, limits, rejections);
        this.analyses = new AnalysisBulkheadFilter(policy, limits, bulkhead, rejections);
    }

    /** Adds the filters before authentication. */
    void before(HttpSecurity http, boolean withKeys) {
        http.headers(SecurityHeaders::all)
                .addFilterAfter(hosts, HeaderWriterFilter.class)
                .addFilterAfter(new RequestBodyRejectionFilter(rejections), HeaderWriterFilter.class);
        if (withKeys) {
            http.addFilterAfter(new ApiKeyFilter(accounts, rejections), HeaderWriterFilter.class);
        }
        http.addFilterAfter(rates, HeaderWriterFilter.class)
                .addFilterBefore(new RevokedAccountFilter(accounts), AnonymousAuthenticationFilter.class);
    }

    /** Adds the filters after authorization. */
    HttpSecurity after(HttpSecurity http) {
        return http.exceptionHandling(failures -> failures.accessDeniedHandler((request, response, denied) -> {
                    if (denied instanceof CsrfException) {
                        keepForm(request);
                        rejections.reject(Rejection.FORM, request, response);
                    } else {
                        rejections.reject(Rejection.ROLE, request, response);
                    }
                }))
                .addFilterAfter(analyses, AuthorizationFilter.class)
                .addFilterAfter(new ErrorRedactionFilter(), AuthorizationFilter.class);
    }

    // The CSRF token is checked before authorisation, so the caller is not known yet.
    private void keepForm(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        request.setAttribute(EXPIRED_FORM, request.getParameterMap());
        request.setAttribute(
                EXPIRED_FORM_KNOWN,
                access.isOpenTo(request)
                        || (caller != null && AccountUserDetails.hasOneOf(caller, Role.READER, Role.ANALYST)));
    }
}
