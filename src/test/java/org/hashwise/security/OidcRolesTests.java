package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hashwise.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

class OidcRolesTests {

    private static final Map<String, Role> ROLES = Map.of("strategy", Role.ANALYST, "staff", Role.READER);

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of("groups", Map.of("groups", List.of("staff", "strategy")), "ROLE_ANALYST"),
                Arguments.of("groups", Map.of("groups", List.of("staff")), "ROLE_READER"),
                Arguments.of("groups", Map.of("groups", "strategy"), "ROLE_ANALYST"),
                Arguments.of("scope", Map.of("scope", "openid strategy"), "ROLE_ANALYST"),
                Arguments.of("realm.roles", Map.of("realm", Map.of("roles", List.of("strategy"))), "ROLE_ANALYST"),
                Arguments.of("https://x.example/r", Map.of("https://x.example/r", "strategy"), "ROLE_ANALYST"),
                Arguments.of("realm.roles", Map.of("realm", "strategy"), "ROLE_READER"),
                Arguments.of("groups", Map.of("groups", List.of("ANALYST", "analyst", "STRATEGY")), "ROLE_READER"),
                Arguments.of("groups", Map.of("other", "strategy"), "ROLE_READER"),
                Arguments.of("", Map.of("groups", "strategy"), "ROLE_READER"));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aValueOfTheClaimStandsForARole(String claim, Map<String, Object> claims, String expected) {
        var given = new OAuth2UserAuthority("OIDC_USER", claims);

        assertThat(new OidcRoles(claim, ROLES).mapAuthorities(List.of(given)))
                .extracting(Object::toString)
                .containsExactly(expected);
    }

    @Test
    void nobodyLogsInAsAProgram() {
        assertThatThrownBy(() -> new OidcRoles("groups", Map.of("x", Role.CLIENT)))
                .hasMessageContaining("hashwise.oidc.roles");
    }
}
