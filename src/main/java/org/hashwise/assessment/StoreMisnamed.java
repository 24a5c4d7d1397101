package org.hashwise.assessment;

/** The address of the store is not one that Hashwise understands. */
public final class StoreMisnamed extends RuntimeException {

    StoreMisnamed(String url) {
        super("spring.datasource.url is to begin with jdbc:postgresql: and does not: " + url.replaceAll("[?@].*", "…"));
    }
}
