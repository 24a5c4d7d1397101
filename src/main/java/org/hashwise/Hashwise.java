package org.hashwise;

import java.util.Optional;
import org.hashwise.command.Command;
import org.hashwise.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Hashwise: a command when the first argument names one, else the web questionnaire and the JSON API. */
@EnableScheduling
@SpringBootApplication
public class Hashwise {

    public static void main(String[] arguments) {
        Optional<Command> command = Commands.in(arguments);
        if (command.isPresent()) {
            System.exit(Commands.run(command.get(), arguments));
        }
        SpringApplication.run(Hashwise.class, arguments);
    }
}
