package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class GeneratedBeanDefinitionsTests {

    @ParameterizedTest
    @CsvSource({
        "server.port, 9000",
        "server.address, 0.0.0.0",
        "server.forward-headers-strategy, native",
        "server.ssl.certificate, cert.pem",
        "spring.datasource.url, jdbc:postgresql://localhost/hashwise",
        "hashwise.market.url, http://localhost:9001",
        "hashwise.warm-up, false",
        "logging.level.root, info"
    })
    void settingsThatOnlyBeansReadLeaveTheGeneratedDefinitionsInUse(String name, String value) {
        assertThat(asBuilt(name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "server.forward-headers-strategy, framework",
        "spring.security.oauth2.client.registration.company.client-id, hashwise",
        "spring.threads.virtual.enabled, true",
        "spring.profiles.active, other",
        "management.endpoints.web.exposure.include, '*'"
    })
    void settingsThatDecideWhichBeansThereAreDoNot(String name, String value) {
        assertThat(asBuilt(name, value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_DATASOURCE_URL, jdbc:postgresql://localhost/hashwise, true",
        "SERVER_FORWARDHEADERSSTRATEGY, native, true",
        "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_COMPANY_CLIENTID, hashwise, false",
        "HOME, /home/hashwise, true"
    })
    void environmentVariablesAreSettings(String name, String value, boolean asBuilt) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, value)));

        assertThat(asBuilt(sources)).isEqualTo(asBuilt);
    }

    private static boolean asBuilt(String name, String value) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new MapPropertySource("options", Map.of(name, value)));
        return asBuilt(sources);
    }

    private static boolean asBuilt(MutablePropertySources sources) {
        return GeneratedBeanDefinitions.isAsBuilt(new StandardEnvironment(sources) {
            @Override
            protected void customizePropertySources(MutablePropertySources unchanged) {
                // None of this machine.
            }
        });
    }
}
