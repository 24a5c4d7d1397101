package org.hashwise.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Export and import of whole assessments with all their receipts. Thread-safe. */
public final class Archive {

    /** The format that is written. */
    public static final int FORMAT = 1;

    /** An assessment with the receipts of all its versions, the first one first. */
    public record Item(Assessment assessment, List<Receipt> receipts) {
        public Item {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * The outcome for the items of an import.
     *
     * @param added were not here
     * @param extended were here, with fewer versions
     * @param unchanged were here already, identical
     * @param problems why nothing at all was taken; empty when all is well
     */
    public record ImportResult(int added, int extended, int unchanged, List<Problem> problems) {}

    private final Store store;

    Archive(Store store) {
        this.store = store;
    }

    /** @throws AssessmentNotFound when there is none with this id */
    public Item item(String id) {
        return store.snapshot(
                jdbc -> find(jdbc, id).orElseThrow(() -> new AssessmentNotFound(Rows.forgotten(jdbc, id))));
    }

    private static Optional<Item> find(JdbcClient jdbc, String id) {
        return Rows.find(jdbc, id)
                .map(assessment -> new Item(
                        assessment,
                        jdbc.sql("select body, hash from receipt where assessment = ? order by version")
                                .param(id)
                                .query(Rows::receipt)
                                .list()));
    }

    /** Takes all of them, or none when one of them cannot be taken. */
    public ImportResult take(List<Item> items) {
        return store.write(jdbc -> {
            Chain chain = Chain.lock(jdbc);
            List<Problem> problems = new ArrayList<>();
            List<ImportedItem> arrivals = arrivals(jdbc, items, problems);
            if (!problems.isEmpty()) {
                return new ImportResult(0, 0, 0, problems);
            }
            arrivals.forEach(arrival -> arrival.settle(jdbc, chain));
            return new ImportResult(
                    count(arrivals, ImportedItem.State.NEW),
                    count(arrivals, ImportedItem.State.LONGER),
                    count(arrivals, ImportedItem.State.SAME),
                    List.of());
        });
    }

    /**
     * The reasons against items: deleted here, stored here with other receipts, or longer than what is stored here for
     * another owner. Empty when there are none.
     */
    public List<Problem> refusals(List<Item> items) {
        return store.snapshot(jdbc -> {
            List<Problem> problems = new ArrayList<>();
            arrivals(jdbc, items, problems);
            return problems;
        });
    }

    private static List<ImportedItem> arrivals(JdbcClient jdbc, List<Item> items, List<Problem> problems) {
        List<ImportedItem> arrivals = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            String id = item.assessment().id();
            String place = "assessments[" + index + "].id";
            if (Rows.forgotten(jdbc, id)) {
                problems.add(new Problem(place, id, Code.FORGOTTEN_HERE, List.of(), ""));
                continue;
            }
            ImportedItem arrival = new ImportedItem(item, find(jdbc, id));
            if (!arrival.fits()) {
                problems.add(new Problem(place, id, Code.DIFFERENT_HERE, List.of(), ""));
            } else if (!arrival.isAllowed()) {
                problems.add(new Problem(place, id, Code.NOT_YOURS, List.of(), ""));
            }
            arrivals.add(arrival);
        }
        return arrivals;
    }

    private static int count(List<ImportedItem> arrivals, ImportedItem.State state) {
        return (int)
                arrivals.stream().filter(arrival -> arrival.state() == state).count();
    }

    /** An item beside what is here under its id. */
    private record ImportedItem(Item item, Optional<Item> here) {

        enum State {
            NEW,
            LONGER,
            SAME
        }

        /** Returns whether all that is here is in the item too. */
        boolean fits() {
            List<Receipt> known = here.map(Item::receipts).orElse(List.of());
            return known.size() <= item.receipts().size()
                    && known.equals(item.receipts().subList(0, known.size()));
        }

        /**
         * Returns whether the one that imports may extend what is here: what belongs to an account, that account alone.
         */
        boolean isAllowed() {
            String owner = here.map(stored -> stored.assessment().owner()).orElse(null);
            return owner == null || owner.equals(item.assessment().owner()) || state() != State.LONGER;
        }

        State state() {
            if (here.isEmpty()) {
                return State.NEW;
            }
            return here.get().receipts().size() < item.receipts().size() ? State.LONGER : State.SAME;
        }

        void settle(JdbcClient jdbc, Chain chain) {
            if (state() == State.SAME) {
                return;
            }
            if (here.isPresent()) {
                Rows.update(jdbc, item.assessment(), here.get().assessment().version());
            } else {
                Rows.insert(jdbc, item.assessment());
            }
            int known = here.map(Item::receipts).orElse(List.of()).size();
            for (int version = known + 1; version <= item.receipts().size(); version++) {
                Receipt receipt = item.receipts().get(version - 1);
                boolean newest = version == item.receipts().size();
                chain.admit(item.assessment().id(), version, receipt, newest);
                Rows.insert(jdbc, item.assessment().id(), version, receipt);
            }
        }
    }
}
