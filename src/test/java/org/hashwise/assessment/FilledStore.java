package org.hashwise.assessment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A store with a little of everything. */
public final class FilledStore implements AutoCloseable {

    private final Store store;
    private final Assessments assessments;

    public FilledStore(StoreSettings settings) {
        store = new Store(settings);
        assessments = new Assessments(store, Clock.systemUTC());
    }

    /** Five links more: two assessments, one of them changed, and one that was forgotten. */
    public void fill() {
        Assessment first = keep("A");
        Assessment next = SampleAssessments.next(first, 14);
        assessments.replace(next, SampleAssessments.signing(next));
        Assessment forgotten = keep("Forgotten");
        assessments.forget(forgotten.id(), DeletionReason.REQUEST);
        Assessment last = SampleAssessments.assessment("B");
        assessments.add(last, new IdempotencyKey("", last.id(), "sha256:1"), SampleAssessments.signing(last));
        new Editions(store, Clock.systemUTC()).keep("sha256:e", new byte[] {1, 0, -1});
    }

    private Assessment keep(String company) {
        Assessment sample = SampleAssessments.assessment(company);
        return assessments.add(sample, null, SampleAssessments.signing(sample)).assessment();
    }

    /** Everything that is kept, in words. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        for (String table : List.of("assessment", "receipt", "chain_link", "chain_head", "retry_key")) {
            store.read(jdbc -> jdbc.sql("select * from " + table + " order by 1, 2")
                            .query()
                            .listOfRows())
                    .forEach(row -> all.add(table + row));
        }
        new Editions(store, Clock.systemUTC())
                .edition("sha256:e")
                .ifPresent(zip -> all.add("edition" + zip.length + zip[2]));
        return all;
    }

    public boolean isSound() {
        return new ChainVerification(store).run().sound();
    }

    @Override
    public void close() {
        store.close();
    }
}
