package org.hashwise.rulebook.engine;

/** A place to be graded, as the rows of the regulation table match it. */
public final class Jurisdiction {

    private final String code;

    Jurisdiction(String code) {
        this.code = code;
    }

    public String getCode() {
        return code;
    }
}
