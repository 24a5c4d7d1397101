package org.hashwise;

import java.util.Optional;
import org.hashwise.command.Command;
import org.hashwise.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.SslHealthContributorAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Hashwise: a command when the first argument names one, else the web questionnaire and the JSON API. */
@EnableScheduling
@SpringBootApplication(
        exclude = {
            AopAutoConfiguration.class,
            AvailabilityHealthContributorAutoConfiguration.class,
            AvailabilityProbesAutoConfiguration.class,
            InfoContributorAutoConfiguration.class,
            SslHealthContributorAutoConfiguration.class
        })
public class Hashwise {

    public static void main(String[] arguments) {
        Optional<Command> command = Commands.in(arguments);
        if (command.isPresent()) {
            if (Commands.isBrief(command.get(), arguments)) {
                FirstCompilerOnly.begin();
            }
            System.exit(Commands.run(command.get(), arguments));
        }
        HeapSizing.apply();
        SpringApplication application = new SpringApplication(Hashwise.class);
        application.addListeners(new GeneratedBeanDefinitions());
        application.run(arguments);
    }
}
