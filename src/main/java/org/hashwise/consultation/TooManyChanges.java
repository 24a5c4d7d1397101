package org.hashwise.consultation;

/** Exception: more groups changed than exact Shapley values allow. */
public final class TooManyChanges extends RuntimeException {

    private final int groups;
    private final int most;

    TooManyChanges(int groups, int most) {
        super(groups + " of " + most, null, false, false);
        this.groups = groups;
        this.most = most;
    }

    public int groups() {
        return groups;
    }

    public int most() {
        return most;
    }
}
