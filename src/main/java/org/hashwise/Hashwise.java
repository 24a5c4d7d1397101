package org.hashwise;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Hashwise: the web questionnaire and the JSON API. */
@SpringBootApplication
public class Hashwise {

    public static void main(String[] arguments) {
        SpringApplication.run(Hashwise.class, arguments);
    }
}
