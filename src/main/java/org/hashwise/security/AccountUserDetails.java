package org.hashwise.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hashwise.account.Account;
import org.hashwise.account.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The user details of a local account. */
record AccountUserDetails(Account account) implements UserDetails {

    static List<GrantedAuthority> authorities(Role role) {
        return List.of(new SimpleGrantedAuthority(authority(role)));
    }

    /** Returns whether an authentication has one of these roles, from a local account or an identity provider. */
    static boolean hasOneOf(Authentication authentication, Role... roles) {
        return authentication.isAuthenticated()
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> Arrays.stream(roles)
                                .map(AccountUserDetails::authority)
                                .anyMatch(authority -> authority.equals(granted.getAuthority())));
    }

    private static String authority(Role role) {
        return "ROLE_" + role.name();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(account.role());
    }

    @Override
    public String getPassword() {
        return account.secret();
    }

    @Override
    public String getUsername() {
        return account.name();
    }
}
