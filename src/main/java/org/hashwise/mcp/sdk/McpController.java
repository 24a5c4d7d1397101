package org.hashwise.mcp.sdk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hashwise.consultation.Caller;
import org.hashwise.mcp.McpResources;
import org.hashwise.mcp.McpTools;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint of the Model Context Protocol over streamable HTTP; the SDK is loaded by the first request. */
@RestController
class McpController implements AutoCloseable {

    private static final String PATH = "/mcp";

    private final McpTools tools;
    private final McpResources resources;
    private final Caller caller;
    private volatile @Nullable HttpServer server;

    McpController(McpTools tools, McpResources resources, Caller caller) {
        this.tools = tools;
        this.resources = resources;
        this.caller = caller;
    }

    @PostMapping(PATH)
    void post(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        server().serve(request, response);
    }

    @DeleteMapping(PATH)
    void delete(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        server().serve(request, response);
    }

    /** Clients ask by GET whether there is a stream of messages of the server; there is none. */
    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.PUT, RequestMethod.PATCH})
    void refuse(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        server().serve(request, response);
    }

    private HttpServer server() {
        HttpServer started = server;
        if (started == null) {
            synchronized (this) {
                started = server;
                if (started == null) {
                    started = new HttpServer(new ServerFeatures(tools, resources), caller);
                    server = started;
                }
            }
        }
        return started;
    }

    @Override
    public void close() {
        HttpServer started = server;
        if (started != null) {
            started.close();
        }
    }
}
