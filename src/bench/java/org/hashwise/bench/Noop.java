package org.hashwise.bench;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The limit of the server: takes JSON in and gives JSON out, and nothing happens in between. The benchmark alone puts it
 * beside the packaged program.
 */
@RestController
public class Noop {

    private static final Map<String, Object> REPLY = Map.of("done", true);

    private byte[] stored = {};

    // Below /api, where forms and their tokens are not asked for.
    @PostMapping(path = "/api/bench/noop", produces = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, Object> noop(@RequestBody Map<String, Object> body) {
        return REPLY;
    }

    /** Keeps a reply, to be given by {@link #same}. */
    @PostMapping(path = "/api/bench/store", produces = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, Object> store(@RequestBody byte[] reply) {
        stored = reply;
        return REPLY;
    }

    /** The bytes that were stored: what it costs to send a reply of this length. */
    @PostMapping(path = "/api/bench/same", produces = MediaType.APPLICATION_JSON_VALUE)
    public byte[] same(@RequestBody Map<String, Object> body) {
        return stored;
    }
}
