package org.hashwise;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.assessment.StoreSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Hashwise within the process of the tests, where its classes are loaded already: an instance that is not killed. */
final class ServerInTest implements RunningServer {

    private final ConfigurableApplicationContext context;

    private ServerInTest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static ServerInTest start(StoreSettings store, Path rules) {
        List<String> arguments = new ArrayList<>(ServerProcess.settings(store, rules));
        arguments.add("--server.port=0");
        return new ServerInTest(SpringApplication.run(Hashwise.class, arguments.toArray(String[]::new)));
    }

    @Override
    public URI uri(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
