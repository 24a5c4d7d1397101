package org.hashwise.feed;

import java.util.List;

/** A note about imported market values: a warning, or how a value was completed. */
public record Remark(RemarkCode code, List<Object> arguments) {

    public Remark {
        arguments = List.copyOf(arguments);
    }

    /** The kind of remark. */
    public enum RemarkCode {
        /** The stated hashprice differs from the computed one by more than 3 %. */
        HASHPRICE_DIFFERS(true),
        /** The stated hashrate differs from that of the difficulty by more than chance explains. */
        HASHRATE_DIFFERS(true),
        /** No difficulty was stated, so the stated hashrate is an estimate of the publisher. */
        HASHRATE_STATED(false),
        /** No fees were stated; those of the snapshot before are used. */
        FEES_CARRIED(false);

        private final boolean warning;

        RemarkCode(boolean warning) {
            this.warning = warning;
        }
    }

    static Remark of(RemarkCode code, Object... arguments) {
        return new Remark(code, List.of(arguments));
    }

    public boolean isWarning() {
        return code.warning;
    }

    /** The sentence for analysts and operators. */
    @Override
    public String toString() {
        return FeedMessages.of("remark." + code, arguments.toArray());
    }
}
