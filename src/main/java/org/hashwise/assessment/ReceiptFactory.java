package org.hashwise.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Factory of receipts: completes one as soon as its place in the chain is known. The chain is locked meanwhile, so it has to
 * be quick.
 */
@FunctionalInterface
public interface ReceiptFactory {

    /** @param previous hash of the link before it; null for the first one */
    Receipt after(@Nullable String previous);
}
