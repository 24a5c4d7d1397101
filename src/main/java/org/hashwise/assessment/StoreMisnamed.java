package org.hashwise.assessment;

/** Exception: the configured address of the store is not supported. */
public final class StoreMisnamed extends RuntimeException {

    StoreMisnamed(String url) {
        super("spring.datasource.url is to begin with jdbc:postgresql: and does not: " + url.replaceAll("[?@].*", "…"));
    }
}
