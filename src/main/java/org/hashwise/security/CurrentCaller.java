package org.hashwise.security;

import java.util.Optional;
import org.hashwise.assessment.Caller;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** Whoever sends the request of this thread. */
final class CurrentCaller implements Caller {

    @Override
    public Optional<String> name() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(caller -> !(caller instanceof AnonymousAuthenticationToken))
                .filter(Authentication::isAuthenticated)
                .map(CurrentCaller::name);
    }

    // A colon stands in no name of ours, so nobody whom another house calls `analyst` owns what our analyst owns.
    private static String name(Authentication caller) {
        return caller instanceof OAuth2AuthenticationToken elsewhere
                ? elsewhere.getAuthorizedClientRegistrationId() + ":" + elsewhere.getName()
                : caller.getName();
    }
}
