package org.hashwise.command;

import java.util.List;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings that the server would have with the same options, environment and configuration files. They are read without a
 * Spring context, which would take most of the time of a command.
 */
final class ProgramSettings {

    private ProgramSettings() {}

    /** Returns whether an option is a setting of the program and not one of a command. */
    static boolean isSetting(String option) {
        return option.startsWith("--spring.") || option.startsWith("--hashwise.");
    }

    static Environment with(List<String> settings) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(settings.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment); // names of environment variables as Spring Boot binds them
        return environment;
    }
}
