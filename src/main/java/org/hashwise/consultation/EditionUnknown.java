package org.hashwise.consultation;

/** Exception: the edition that a receipt names is not available, or not supported any more. */
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
