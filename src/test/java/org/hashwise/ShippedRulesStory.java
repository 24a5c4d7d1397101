package org.hashwise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server with the shipped rules and an own store, which all stories about these rules share, and a client of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ShippedRulesStory {

    StoryClient client;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void anOwnStore(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory("story");
        registry.add("hashwise.data", data::toString);
    }

    @BeforeEach
    void connect() throws Exception {
        client = new StoryClient(port);
    }
}
