package org.hashwise.bench;

/** The length of a run; a busy machine has a short look with {@code -Dhashwise.bench.iterations=1}. */
final class BenchSettings {

    static final int ITERATIONS = Integer.getInteger("hashwise.bench.iterations", 5);
    static final int ROUNDS = 3 * ITERATIONS;
    static final int LOAD_SECONDS = 3 * ITERATIONS;

    private BenchSettings() {}
}
