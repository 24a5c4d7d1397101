package org.hashwise.consultation;

/** A receipt names an edition of the rulebook that nobody has, or that this program does not take any more. */
public final class EditionUnknown extends RuntimeException {

    private final String edition;

    EditionUnknown(String edition) {
        super(edition, null, false, false);
        this.edition = edition;
    }

    public String edition() {
        return edition;
    }
}
