package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** The redirect after a login: to the page that was requested before, or back to the form. */
final class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final AccessPolicy policy;
    private final LoginThrottle throttle;
    private final RequestCache asked;

    LoginOutcome(AccessPolicy policy, LoginThrottle throttle, RequestCache asked) {
        this.policy = policy;
        this.throttle = throttle;
        this.asked = asked;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        throttle.succeeded(LoginController.name(request), ClientNetwork.of(policy, request));
        SavedRequest before = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        seeOther(response, before == null ? request.getContextPath() + "/" : path(before.getRedirectUrl()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getParameter(LoginController.PASSWORD) != null) {
            throttle.failed(LoginController.name(request), ClientNetwork.of(policy, request));
        }
        seeOther(response, request.getContextPath() + LoginController.PATH + "?" + LoginController.FAILED);
    }

    // Only a path of this server, whatever the cookie says.
    private static String path(String address) {
        try {
            URI uri = URI.create(address);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String path = uri.getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path + query;
        } catch (IllegalArgumentException odd) {
            return "/";
        }
    }

    private static void seeOther(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
