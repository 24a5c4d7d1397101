package org.hashwise.consultation;

import java.util.function.Consumer;
import org.hashwise.assessment.Receipt;

/** For slices in which nobody looks back. */
public final class NoReplays implements Replays, Attributions {

    @Override
    public Replay replay(Receipt receipt, Which rules, Which market) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Summary replayAll(Consumer<Consumer<Receipt>> receipts, Which rules, Which market) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Attribution between(Receipt from, Receipt to) {
        throw new UnsupportedOperationException();
    }
}
