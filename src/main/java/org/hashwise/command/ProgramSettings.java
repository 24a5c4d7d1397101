package org.hashwise.command;

import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The settings that the server would have with the same options, environment and configuration files. */
final class ProgramSettings {

    private ProgramSettings() {}

    /** Stands where a program has its beans. */
    static final class Nothing {}

    /** Whether an option is a setting of the program and not one of a command. */
    static boolean isSetting(String option) {
        return option.startsWith("--spring.") || option.startsWith("--hashwise.");
    }

    static Environment with(List<String> settings) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            return context.getEnvironment();
        }
    }
}
