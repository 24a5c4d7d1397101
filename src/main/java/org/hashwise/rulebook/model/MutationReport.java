package org.hashwise.rulebook.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Report of a mutation test: what the cases and the casebook noticed of small mistakes that were made on purpose, in the order of
 * the rules.
 */
public record MutationReport(List<Mutation> mutations) {

    public MutationReport {
        mutations = List.copyOf(mutations);
    }

    /** The status of a mutant. */
    public enum Status {
        /** Killed: a case or a company of the casebook fails with it. */
        NOTICED,
        /** Survived: no case and no company of the casebook fails with it. */
        SURVIVED,
        /** The mutant changes nothing for any answer that the questions accept, so no case can notice it: an equivalent mutant. */
        NO_DIFFERENCE
    }

    /**
     * One small mistake.
     *
     * @param line from 1; column 0 means the line or row as a whole
     * @param kind what was done: threshold, border, comparison, condition, value or row
     * @param was the part as it is
     * @param becomes the part with the mistake; empty when it is left out
     * @param noticedBy the sentence of the case or the id of the company; empty unless noticed
     * @param suggestedCase a case that would notice it, as YAML; empty unless it survived and one was found
     */
    public record Mutation(
            String rule,
            String file,
            int line,
            int column,
            String kind,
            String was,
            String becomes,
            Status status,
            String noticedBy,
            String suggestedCase) {}

    public List<Mutation> survivors() {
        return mutations.stream()
                .filter(mutation -> mutation.status() == Status.SURVIVED)
                .toList();
    }

    public long count(Status status) {
        return mutations.stream()
                .filter(mutation -> mutation.status() == status)
                .count();
    }

    /** The part of the mistakes that were noticed, 0 to 1, among those that make a difference; 1 when there are none. */
    public double score() {
        long noticed = count(Status.NOTICED);
        long all = noticed + count(Status.SURVIVED);
        return all == 0 ? 1 : (double) noticed / all;
    }

    /** The same for each kind of mistake. */
    public Map<String, MutationReport> byKind() {
        Map<String, MutationReport> reports = new TreeMap<>();
        mutations.stream().map(Mutation::kind).distinct().forEach(kind -> {
            List<Mutation> some = mutations.stream()
                    .filter(mutation -> mutation.kind().equals(kind))
                    .toList();
            reports.put(kind, new MutationReport(some));
        });
        return reports;
    }

    /** {@code 93.4 %}. */
    public String scoreText() {
        return String.format(Locale.ROOT, "%.1f %%", 100 * score());
    }
}
