package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The names that identify the callers of analyses: account, else network address. */
record AnalysisCaller(AccessPolicy policy) {

    /** Requests from this machine that need no login have no share in common. */
    String of(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.isAuthenticated() && !(caller instanceof AnonymousAuthenticationToken)) {
            return "account " + caller.getName();
        }
        return policy.isOpenTo(request) ? UUID.randomUUID().toString() : "address " + ClientNetwork.of(policy, request);
    }

    /** The caller of the request that this thread processes. */
    String current() {
        return of(request());
    }

    /** The request that this thread processes. */
    static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
