package org.hashwise.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.Role;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts of a server under test, and their secrets. */
final class TestAccounts {

    static final TestAccounts OPEN = new TestAccounts();
    static final TestAccounts CLOSED = new TestAccounts();

    private final Path folder;
    private final Map<String, String> secrets = new HashMap<>();

    private TestAccounts() {
        try {
            folder = Files.createTempDirectory("accounts");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        add("rita", Role.READER);
        add("anna", Role.ANALYST);
        add("erp", Role.CLIENT);
    }

    AccountRepository accounts() {
        return new AccountRepository(folder);
    }

    String add(String name, Role role) {
        String secret = accounts().add(name, role).orElseThrow().secret();
        secrets.put(name, secret);
        return secret;
    }

    String secret(String name) {
        return secrets.get(name);
    }

    /** The default settings. */
    static final class Open implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("hashwise.data=" + OPEN.folder).applyTo(context);
        }
    }

    /** A login is required, with an account or through an OpenID provider. */
    static final class Closed implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String issuer = TestIdentityProvider.start();
            String registration = "spring.security.oauth2.client.registration.company.";
            TestPropertyValues.of(
                            "hashwise.data=" + CLOSED.folder,
                            "hashwise.login=always",
                            "server.forward-headers-strategy=native",
                            "hashwise.limits.requests-per-minute=100000",
                            "hashwise.limits.analyses=2",
                            "hashwise.limits.waiting=0",
                            "hashwise.limits.client-requests-per-minute=600",
                            "hashwise.oidc.role-claim=groups",
                            "hashwise.oidc.roles.strategy=analyst",
                            registration + "client-id=hashwise",
                            registration + "client-secret=" + TestIdentityProvider.SECRET,
                            registration + "client-name=Example Mining",
                            registration + "scope=openid,profile",
                            "spring.security.oauth2.client.provider.company.issuer-uri=" + issuer)
                    .applyTo(context);
        }
    }
}
