package org.hashwise.analysis;

/** Mutual information of two discrete variables, in bits. */
final class Information {

    private static final double LN_2 = Math.log(2);

    private Information() {}

    /**
     * Mutual information in bits, each entropy corrected for the bias of small samples by Miller and Madow (1955);
     * never negative.
     *
     * @param bins of the first variable, 0 and up
     * @param outcomes of the second variable; may be longer than the first
     */
    static double bits(int[] bins, byte[] outcomes, int outcomeCount) {
        int binCount = 1;
        for (int bin : bins) {
            binCount = Math.max(binCount, bin + 1);
        }
        int[] both = new int[binCount * outcomeCount];
        int[] first = new int[binCount];
        int[] second = new int[outcomeCount];
        for (int i = 0; i < bins.length; i++) {
            both[bins[i] * outcomeCount + outcomes[i]]++;
            first[bins[i]]++;
            second[outcomes[i]]++;
        }
        double bits = entropy(first, bins.length) + entropy(second, bins.length) - entropy(both, bins.length);
        return Math.max(0, bits);
    }

    /** The entropy in bits, with the correction. */
    static double entropy(int[] counts, int total) {
        double entropy = 0;
        int occupied = 0;
        for (int count : counts) {
            if (count > 0) {
                double part = (double) count / total;
                entropy -= part * Math.log(part) / LN_2;
                occupied++;
            }
        }
        return entropy + (occupied - 1) / (2.0 * total * LN_2);
    }
}
