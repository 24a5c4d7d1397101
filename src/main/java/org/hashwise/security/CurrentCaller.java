package org.hashwise.security;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** The caller of the request that this thread processes. */
final class CurrentCaller {

    private CurrentCaller() {}

    static Optional<String> name() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(caller -> !(caller instanceof AnonymousAuthenticationToken))
                .filter(Authentication::isAuthenticated)
                .map(CurrentCaller::name);
    }

    // No local name contains a colon, so an account `analyst` of an identity provider never owns what the local one
    // owns.
    private static String name(Authentication caller) {
        return caller instanceof OAuth2AuthenticationToken elsewhere
                ? elsewhere.getAuthorizedClientRegistrationId() + ":" + elsewhere.getName()
                : caller.getName();
    }
}
