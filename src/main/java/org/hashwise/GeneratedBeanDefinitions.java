package org.hashwise;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Use of the bean definitions that Spring's ahead-of-time processing generated when the program was built. A start with them
 * reads no configuration classes and evaluates no conditions. They hold only for the settings of the build: a further setting that
 * a condition might read makes the context be assembled at run time, as it is in tests and during development.
 */
final class GeneratedBeanDefinitions implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String INITIALIZER = Hashwise.class.getName() + "__ApplicationContextInitializer";
    private static final String ENABLED = "spring.aot.enabled";

    /** Settings that conditions of Spring Boot read. */
    private static final List<String> CONDITIONAL = List.of("spring.", "server.", "management.");

    /** Settings among them that only beans read, while the program starts. */
    private static final List<String> READ_BY_BEANS = List.of(
            ENABLED,
            "spring.application.",
            "spring.config.",
            "spring.context.exit",
            "spring.datasource.",
            "spring.lifecycle.",
            "server.address",
            "server.port",
            "server.servlet.session.",
            "server.ssl.",
            "server.tomcat.");

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (SpringProperties.getProperty(ENABLED) == null
                && ClassUtils.isPresent(INITIALIZER, Hashwise.class.getClassLoader())
                && isAsBuilt(event.getEnvironment())) {
            SpringProperties.setFlag(ENABLED);
        }
    }

    /** Returns whether no setting but those of the program itself could change which beans there are. */
    static boolean isAsBuilt(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !isPackaged(source))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .allMatch(GeneratedBeanDefinitions::isReadByBeans);
    }

    private static boolean isPackaged(PropertySource<?> source) {
        return source.getName().contains("class path resource [application.yaml]");
    }

    private static boolean isReadByBeans(EnumerablePropertySource<?> source) {
        for (String name : source.getPropertyNames()) {
            // An environment variable SPRING_DATASOURCE_URL is the setting spring.datasource.url.
            String setting = name.toLowerCase(Locale.ROOT).replace('_', '.');
            if (CONDITIONAL.stream().anyMatch(setting::startsWith)
                    && READ_BY_BEANS.stream().noneMatch(setting::startsWith)
                    && !(isForwarding(setting) && "native".equals(String.valueOf(source.getProperty(name))))) {
                return false;
            }
        }
        return true;
    }

    /** The setting {@code server.forward-headers-strategy}: only that of the framework needs a further filter. */
    private static boolean isForwarding(String setting) {
        return setting.replace("-", "").replace(".", "").equals("serverforwardheadersstrategy");
    }
}
