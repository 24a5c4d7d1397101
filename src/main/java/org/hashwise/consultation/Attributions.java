package org.hashwise.consultation;

import org.hashwise.assessment.Receipt;

/** Attribution of the difference between two receipts. Thread-safe. */
public interface Attributions {

    /**
     * @throws EditionUnknown when the rules of one of them are not at hand
     * @throws TooManyChanges when more changed than can be divided up exactly
     * @throws org.hashwise.rulebook.EditionsBusy when too many others want old editions opened
     */
    Attribution between(Receipt from, Receipt to);
}
