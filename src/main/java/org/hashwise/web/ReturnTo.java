package org.hashwise.web;

import java.util.Locale;

/** The page to return to after a change of one answer. */
enum ReturnTo {
    /** On to the next section. */
    NEXT(""),
    CHECK("/questions/check"),
    ADVICE("/advice");

    private final String path;

    ReturnTo(String path) {
        this.path = path;
    }

    /** The destination with this name in lower case; {@link #NEXT} for anything else. */
    static ReturnTo of(String name) {
        for (ReturnTo destination : values()) {
            if (destination.key().equals(name)) {
                return destination;
            }
        }
        return NEXT;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return path;
    }

    String query() {
        return this == NEXT ? "" : "?then=" + key();
    }

    String before(String previous) {
        return this == NEXT ? previous : path;
    }

    String after(String next) {
        return this == NEXT ? next : path;
    }
}
