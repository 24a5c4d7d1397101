package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.servlet.HandlerInterceptor;

/** Controller advice that gives every page the name of the current account, and whether accounts exist. */
final class AccountModelAdvice implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // As a request attribute, as error pages need it too.
        request.setAttribute("loginOffered", true);
        request.setAttribute("account", name(SecurityContextHolder.getContext().getAuthentication()));
        return true;
    }

    private static @Nullable String name(@Nullable Authentication caller) {
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            return null;
        }
        // The display name, not the subject that never changes.
        if (caller.getPrincipal() instanceof OidcUser user) {
            String own = user.getPreferredUsername() == null ? user.getFullName() : user.getPreferredUsername();
            return own == null ? caller.getName() : own;
        }
        return caller.getName();
    }
}
