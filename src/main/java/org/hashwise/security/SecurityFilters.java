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

/** The guards that stand at every door, in the order in which one passes them. */
@Component
final class SecurityFilters {

    /** Where the page that gives a form back finds what was sent, and whether the sender has access to pages. */
    private static final String EXPIRED_FORM = "expiredForm";

    private static final String EXPIRED_FORM_KNOWN = "expiredFormKnown";

    private final AccessPolicy access;
    private final AccountRepository accounts;
    private final RejectionHandler denials;
    private final HostFilter hosts;
    private final RateLimitFilter rates;
    private final AnalysisBulkheadFilter analyses;

    SecurityFilters(
            AccessPolicy house,
            AccountRepository accounts,
            RequestLimits limits,
            RejectionHandler denials,
            Bulkhead bulkhead) {
        this.access = house;
        this.accounts = accounts;
        this.denials = denials;
        this.hosts = new HostFilter(house, denials);
        this.rates = new RateLimitFilter(house, limits, denials);
        this.analyses = new AnalysisBulkheadFilter(house, limits, bulkhead, denials);
    }

    /** Those in front of whatever knows people. */
    void before(HttpSecurity http, boolean withKeys) {
        http.headers(SecurityHeaders::all)
                .addFilterAfter(hosts, HeaderWriterFilter.class)
                .addFilterAfter(new RequestBodyRejectionFilter(denials), HeaderWriterFilter.class);
        if (withKeys) {
            http.addFilterAfter(new ApiKeyFilter(accounts, denials), HeaderWriterFilter.class);
        }
        http.addFilterAfter(rates, HeaderWriterFilter.class)
                .addFilterBefore(new RevokedAccountFilter(accounts), AnonymousAuthenticationFilter.class);
    }

    /** Those behind whatever decides who may. */
    HttpSecurity behind(HttpSecurity http) {
        return http.exceptionHandling(failures -> failures.accessDeniedHandler((request, response, denied) -> {
                    if (denied instanceof CsrfException) {
                        keepForm(request);
                        denials.tell(Rejection.FORM, request, response);
                    } else {
                        denials.tell(Rejection.ROLE, request, response);
                    }
                }))
                .addFilterAfter(analyses, AuthorizationFilter.class)
                .addFilterAfter(new ErrorRedactionFilter(), AuthorizationFilter.class);
    }

    // The token is checked before the access: who is asking is not decided yet.
    private void keepForm(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        request.setAttribute(EXPIRED_FORM, request.getParameterMap());
        request.setAttribute(
                EXPIRED_FORM_KNOWN,
                access.isOpenTo(request)
                        || caller != null && AccountUserDetails.hasOneOf(caller, Role.READER, Role.ANALYST));
    }
}
