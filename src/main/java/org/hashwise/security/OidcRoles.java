package org.hashwise.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hashwise.account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/**
 * The mapping of a claim of an identity provider to a role.
 *
 * @param roleClaim path of the claim, with dots between object keys; empty for no claim
 * @param roles role by value of the claim; without a match the role is reader
 */
@ConfigurationProperties("hashwise.oidc")
record OidcRoles(
        @DefaultValue("") String roleClaim, @DefaultValue Map<String, Role> roles) implements GrantedAuthoritiesMapper {

    OidcRoles {
        // The role of API keys cannot be given to a person.
        if (roles.containsValue(Role.CLIENT)) {
            throw new IllegalArgumentException(
                    "hashwise.oidc.roles: " + Role.READER.word() + "|" + Role.ANALYST.word());
        }
        roles = Map.copyOf(roles);
    }

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> given) {
        boolean analyst = given.stream()
                .flatMap(OidcRoles::claims)
                .flatMap(claims -> values(claims, roleClaim))
                .anyMatch(value -> roles.get(value) == Role.ANALYST);
        return AccountUserDetails.authorities(analyst ? Role.ANALYST : Role.READER);
    }

    private static Stream<Map<String, Object>> claims(GrantedAuthority authority) {
        if (authority instanceof OidcUserAuthority oidc) {
            return oidc.getUserInfo() == null
                    ? Stream.of(oidc.getIdToken().getClaims())
                    : Stream.of(
                            oidc.getIdToken().getClaims(), oidc.getUserInfo().getClaims());
        }
        return authority instanceof OAuth2UserAuthority plain ? Stream.of(plain.getAttributes()) : Stream.empty();
    }

    private static Stream<String> values(Map<String, Object> claims, String path) {
        @Nullable Object value = claims.get(path);
        if (value == null) {
            value = claims;
            for (String step : path.split("\\.", -1)) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return value instanceof String text ? Arrays.stream(text.split("[ ,]+")) : List.<String>of().stream();
    }
}
