package org.hashwise.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hashwise.assessment.ChainReport.FaultType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of a store, for each database. */
abstract class AssessmentStoreTests {

    private static final int WRITERS = 8;
    private static final int EACH = 12;

    Store store;
    Assessments assessments;

    abstract StoreSettings settings();

    @BeforeAll
    static void quietly() {
        TestServer.quietly();
    }

    @BeforeEach
    void open() {
        store = new Store(settings());
        assessments = new Assessments(store, Clock.fixed(SampleAssessments.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasKeptIsFoundAsItWas() {
        Assessment sample = SampleAssessments.assessment("Harbour “Mining” é 💧");

        StoredAssessment kept = keep(sample);

        assertThat(kept.assessment()).isEqualTo(sample);
        assertThat(assessments.find(sample.id())).isEqualTo(kept);
        assertThat(kept.receipt().json().path("previous").isNull()).isTrue();
        assertThat(assessments.newest(sample.id())).contains(kept.receipt());
    }

    @Test
    void itIsStillThereWhenTheStoreIsOpenedAgain() {
        StoredAssessment kept = keep(SampleAssessments.assessment("A"));

        store.close();

        assertThat(assessments.find(kept.assessment().id())).isEqualTo(kept);
    }

    @Test
    void aChangeMakesTheNextVersionAndKeepsTheReceiptsOfAll() {
        StoredAssessment first = keep(SampleAssessments.assessment("A"));

        StoredAssessment second = change(first.assessment(), 14);

        String id = first.assessment().id();
        assertThat(assessments.find(id)).isEqualTo(second);
        assertThat(assessments.receipt(id, 1)).isEqualTo(first.receipt());
        assertThat(assessments.version(id, 2)).contains(second.receipt());
        String link = store.read(jdbc -> jdbc.sql("select hash from chain_link where position = 1")
                .query(String.class)
                .single());
        assertThat(second.receipt().json().path("previous").stringValue()).isEqualTo(link);
    }

    @Test
    void ofTwoChangesOfTheSameVersionOnlyOneIsTaken() {
        StoredAssessment first = keep(SampleAssessments.assessment("A"));
        StoredAssessment second = change(first.assessment(), 14);

        assertThatThrownBy(() -> change(first.assessment(), 15))
                .isInstanceOfSatisfying(
                        VersionConflict.class,
                        refused -> assertThat(refused.current()).isEqualTo(second.assessment()));
        assertThat(audit().links()).isEqualTo(2);
    }

    @Test
    void theTokenOfTheLinkToReadFindsTheIdAndIsKeptAsAHashOnly() {
        String id = keep(SampleAssessments.assessment("A")).assessment().id();
        keep(SampleAssessments.assessment("B"));
        String token = ReadToken.of(id);

        assertThat(assessments.idOf(token)).isEqualTo(id);
        assertThat(token).hasSize(32).isNotEqualTo(id);
        assertThatThrownBy(() -> assessments.find(token)).isInstanceOf(AssessmentNotFound.class);
        assertThatThrownBy(() -> assessments.idOf(id)).isInstanceOf(AssessmentNotFound.class);
        List<Map<String, Object>> rows =
                store.read(jdbc -> jdbc.sql("select * from assessment").query().listOfRows());
        assertThat(rows).hasSize(2).noneMatch(row -> row.containsValue(token));

        assessments.forget(id, DeletionReason.REQUEST);
        assertThatThrownBy(() -> assessments.idOf(token)).isInstanceOf(AssessmentNotFound.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> assessments.find("0".repeat(32)))
                .isInstanceOfSatisfying(
                        AssessmentNotFound.class,
                        missing -> assertThat(missing.forgotten()).isFalse());
        Assessment never = SampleAssessments.assessment("A");
        assertThatThrownBy(() -> change(never, 1)).isInstanceOf(AssessmentNotFound.class);
        assertThatThrownBy(() -> assessments.forget(never.id(), DeletionReason.REQUEST))
                .isInstanceOf(AssessmentNotFound.class);
        assertThat(audit().links()).isZero();
    }

    @Test
    void whatIsForgottenLeavesNothingButALinkInTheChain() {
        StoredAssessment kept = keep(SampleAssessments.assessment("Forgettable"));
        keep(SampleAssessments.assessment("B"));
        String id = kept.assessment().id();

        assessments.forget(id, DeletionReason.REQUEST);

        assertThatThrownBy(() -> assessments.find(id))
                .isInstanceOfSatisfying(
                        AssessmentNotFound.class,
                        missing -> assertThat(missing.forgotten()).isTrue());
        assertThatThrownBy(() -> assessments.receipt(id, 1)).isInstanceOf(AssessmentNotFound.class);
        assertThat(assessments.newest(id)).isEmpty();
        ChainReport report = audit();
        assertThat(report.sound()).isTrue();
        assertThat(report.links()).isEqualTo(3);
        assertThat(report.receipts()).isEqualTo(1);
        assertThat(report.forgotten()).isEqualTo(1);
    }

    @Test
    void theSameRequestSentAgainIsAnsweredAsTheFirstTime() {
        IdempotencyKey key = new IdempotencyKey("", "key", "sha256:1");
        Assessment sample = SampleAssessments.assessment("A");
        StoredAssessment first = assessments.add(sample, key, SampleAssessments.signing(sample));
        change(sample, 14);
        Assessment again = SampleAssessments.assessment("A");

        assertThat(assessments.earlier(key).map(StoredAssessment::receipt)).contains(first.receipt());
        assertThat(assessments.add(again, key, SampleAssessments.signing(again)).receipt())
                .isEqualTo(first.receipt());
        assertThat(assessments.earlier(new IdempotencyKey("other", "key", "sha256:1")))
                .isEmpty();
        assertThatThrownBy(() -> assessments.earlier(new IdempotencyKey("", "key", "sha256:2")))
                .isInstanceOf(IdempotencyKeyConflict.class);

        assessments.forget(sample.id(), DeletionReason.REQUEST);
        assertThatThrownBy(() -> assessments.earlier(key)).isInstanceOf(AssessmentNotFound.class);
    }

    @Test
    void theChainNeverForksHoweverManyWrite() throws Exception {
        IdempotencyKey shared = new IdempotencyKey("", "shared", "sha256:1");
        List<String> ids = together(writer -> {
            List<String> made = new ArrayList<>();
            for (int each = 0; each < EACH; each++) {
                StoredAssessment kept = keep(SampleAssessments.assessment("Company " + writer + "-" + each));
                change(kept.assessment(), each);
                made.add(kept.assessment().id());
            }
            Assessment same = SampleAssessments.assessment("Same");
            made.add(assessments
                    .add(same, shared, SampleAssessments.signing(same))
                    .assessment()
                    .id());
            return made;
        });

        assertThat(new HashSet<>(ids)).hasSize(WRITERS * EACH + 1);
        ChainReport report = audit();
        assertThat(report.fault()).isNull();
        assertThat(report.links()).isEqualTo(2L * WRITERS * EACH + 1);
        assertThat(report.receipts()).isEqualTo(report.links());
    }

    @Test
    void listsAreOfOneOwnerAndGoOnWhereTheyEnded() {
        List<String> own = new ArrayList<>();
        for (int each = 0; each < 5; each++) {
            // Two of the same moment stand in the order of their ids.
            Assessment sample =
                    SampleAssessments.assessment("A" + each, "ada", SampleAssessments.NOW.plusMillis(each / 2));
            own.add(keep(sample).assessment().id());
            keep(SampleAssessments.assessment("B" + each, "bob", SampleAssessments.NOW));
            keep(SampleAssessments.assessment("C" + each));
        }

        List<String> read = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Assessments.Page page = assessments.of("ada", cursor, 2);
            page.assessments().forEach(each -> read.add(each.id()));
            cursor = page.next();
            pages++;
        } while (cursor != null);

        assertThat(read).containsExactlyInAnyOrderElementsOf(own).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
        List<Receipt> bobs = new ArrayList<>();
        assessments.eachNewest("bob", bobs::add);
        List<Receipt> all = new ArrayList<>();
        assessments.eachNewest(null, all::add);
        assertThat(bobs).hasSize(5);
        assertThat(all).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void editionsAreKeptOnce() {
        Editions editions = new Editions(store, Clock.systemUTC());
        assertThat(editions.edition("sha256:1")).isEmpty();

        editions.keep("sha256:1", new byte[] {1, 0, -1});
        editions.keep("sha256:1", new byte[] {2});

        assertThat(editions.edition("sha256:1")).hasValue(new byte[] {1, 0, -1});
    }

    @Test
    void whatIsOlderThanThePeriodOfRetentionIsDeleted() {
        Instant now = SampleAssessments.NOW;
        StoredAssessment old = keep(SampleAssessments.assessment("Old", null, now.minus(Duration.ofDays(400))));
        StoredAssessment young = keep(SampleAssessments.assessment("Young", null, now.minus(Duration.ofDays(300))));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);

        assertThat(new RetentionJob(store, assessments, clock, null).tidy()).isZero();
        assertThat(new RetentionJob(store, assessments, clock, Period.ofYears(1)).tidy())
                .isEqualTo(1);

        assertThatThrownBy(() -> assessments.find(old.assessment().id())).isInstanceOf(AssessmentNotFound.class);
        assertThat(assessments.find(young.assessment().id())).isEqualTo(young);
        assertThat(audit().sound()).isTrue();
        String tombstone = store.read(jdbc -> jdbc.sql("select body from chain_link where kind = 'FORGOTTEN'")
                .query(String.class)
                .single());
        assertThat(tombstone).contains("\"reason\":\"RETENTION\"");
    }

    @Test
    void keysAreKeptForADayAtLeast() {
        Assessment sample = SampleAssessments.assessment("A");
        IdempotencyKey key = new IdempotencyKey("", "key", "sha256:1");
        assessments.add(sample, key, SampleAssessments.signing(sample));

        tidyAt(SampleAssessments.NOW.plus(Duration.ofHours(25)));
        assertThat(assessments.earlier(key)).isPresent();
        tidyAt(SampleAssessments.NOW.plus(Duration.ofHours(49)));
        assertThat(assessments.earlier(key)).isEmpty();
    }

    private void tidyAt(Instant instant) {
        new RetentionJob(store, assessments, Clock.fixed(instant, ZoneOffset.UTC), null).tidy();
    }

    @Test
    void anAlteredDigitIsFound() {
        fourLinks();

        alter("update receipt set body = replace(body, '2.5', '2.6') where version = 1 and "
                + "assessment = (select assessment from chain_link where position = 2)");

        assertFault(FaultType.ALTERED, 2);
    }

    @Test
    void aReceiptThatIsGoneIsFound() {
        fourLinks();

        alter("delete from receipt where exists (select 1 from chain_link l where l.position = 3 "
                + "and l.assessment = receipt.assessment and l.version = receipt.version)");

        assertFault(FaultType.MISSING, 3);
    }

    @Test
    void aLinkThatIsGoneIsFoundWhereverItWas() {
        fourLinks();
        alter("delete from chain_link where position = 2");
        assertFault(FaultType.MISSING, 2);
    }

    @Test
    void theLastLinkThatIsGoneIsFoundToo() {
        fourLinks();
        alter("delete from chain_link where position = 4");
        assertFault(FaultType.MISSING, 4);
    }

    @Test
    void aLinkThatWasTakenOutWithoutAGapIsFound() {
        fourLinks();
        alter("delete from chain_link where position = 2");
        alter("update chain_link set position = 2 where position = 3");
        alter("update chain_link set position = 3 where position = 4");
        alter("update chain_head set position = 3");
        assertFault(FaultType.ALTERED, 2);
    }

    @Test
    void aForgettingThatIsDeniedIsFound() {
        StoredAssessment kept = keep(SampleAssessments.assessment("A"));
        assessments.forget(kept.assessment().id(), DeletionReason.REQUEST);
        keep(SampleAssessments.assessment("B"));

        alter("update chain_link set body = replace(body, 'REQUEST', 'RETENTION') where kind = 'FORGOTTEN'");

        assertFault(FaultType.ALTERED, 2);
    }

    @Test
    void answersThatAreNotThoseOfTheirReceiptAreFound() {
        fourLinks();
        alter("update assessment set answers = replace(answers, '12.8', '12.9') where company = 'B'");
        assertFault(FaultType.ALTERED, 0);
    }

    /** Tables by the columns that name a row. What a repeated request is known by is no record, so it is not among them. */
    private static final Map<String, List<String>> RECORDS = Map.of(
            "assessment", List.of("id"),
            "receipt", List.of("assessment", "version"),
            "chain_link", List.of("position"),
            "chain_head", List.of("id"),
            "edition", List.of("fingerprint"));

    /** No promise rests on when an edition was archived. */
    private static final Set<String> UNPROTECTED = Set.of("edition.kept_at");

    @Test
    void anyColumnThatIsAlteredIsFound() {
        archiveEdition();
        fourLinks();
        Set<String> found = new TreeSet<>();
        RECORDS.forEach((table, keys) -> {
            Map<String, Object> row = store.read(jdbc -> jdbc.sql("select * from " + table + " order by 1, 2")
                            .query()
                            .listOfRows())
                    .get(0);
            row.forEach((column, value) -> {
                String name = table + "." + column.toLowerCase(Locale.ROOT);
                Map<String, Object> altered = new TreeMap<>(row);
                altered.put(column, another(value));
                put(table, keys, row, column, altered.get(column));
                if (!isSound()) {
                    found.add(name);
                }
                put(table, keys, altered, column, value);
                assertThat(isSound()).as("%s put back", name).isTrue();
                assertThat(found.contains(name) || UNPROTECTED.contains(name))
                        .as("%s altered", name)
                        .isTrue();
            });
        });
        assertThat(found).hasSizeGreaterThan(20);
    }

    // A link or a head that is gone from where it was is a fault as well.
    private boolean isSound() {
        return audit().sound();
    }

    private void put(String table, List<String> keys, Map<String, Object> row, String column, Object value) {
        String where = keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
        List<Object> values = new ArrayList<>();
        values.add(value);
        keys.forEach(key -> values.add(row.get(key)));
        int changed = store.write(jdbc -> jdbc.sql("update " + table + " set " + column + " = ? where " + where)
                .params(values)
                .update());
        assertThat(changed).isEqualTo(1);
    }

    private static Object another(Object value) {
        if (value instanceof Number number) {
            return number.longValue() + 1000;
        }
        return value instanceof byte[]
                ? new byte[] {7}
                : value == null ? "x" : value.toString().substring(1) + "x";
    }

    private void archiveEdition() {
        new Editions(store, Clock.systemUTC()).keep(SampleAssessments.RULEBOOK, new byte[] {1, 0, -1});
    }

    @Test
    void anArchivedEditionThatIsGoneIsFound() {
        archiveEdition();
        fourLinks();
        alter("delete from edition");
        assertFault(FaultType.MISSING, 1);
    }

    @Test
    void linksOfTheFirstFormatStaySound() {
        fourLinks();
        ChainReport before = audit();
        StoredAssessment former = SampleAssessments.asInFormatOne(store, "Former");
        assertThat(audit().fault()).isNull();
        assertThat(audit().links()).isEqualTo(before.links() + 1);
        change(former.assessment(), 14);
        assertThat(audit().fault()).isNull();
    }

    @Test
    void anAssessmentThatIsGoneIsFound() {
        fourLinks();
        alter("delete from assessment where company = 'C'");
        assertFault(FaultType.MISSING, 0);
    }

    @Test
    void aReceiptThatNoLinkTellsOfIsFound() {
        fourLinks();
        alter("update receipt set version = 7 where exists (select 1 from chain_link l where l.position = 4 "
                + "and l.assessment = receipt.assessment and l.version = receipt.version)");
        assertFault(FaultType.MISSING, 4);
        alter("insert into receipt select assessment, 1, hash, body from receipt where version = 7");
        assertFault(FaultType.ADDED, 0);
    }

    @Test
    void anArchiveIsTakenWholeAndOnlyOnce() {
        StoredAssessment kept = keep(SampleAssessments.assessment("A"));
        change(kept.assessment(), 14);
        keep(SampleAssessments.assessment("B"));
        Archive archive = new Archive(store);
        Archive.Item item = archive.item(kept.assessment().id());

        try (Store other = new Store(anotherStore())) {
            Archive there = new Archive(other);
            Archive.Item shorter =
                    new Archive.Item(kept.assessment(), List.of(item.receipts().get(0)));
            assertThat(there.take(List.of(shorter)).added()).isEqualTo(1);
            assertThat(there.take(List.of(item)).extended()).isEqualTo(1);
            assertThat(there.take(List.of(item))).isEqualTo(new Archive.ImportResult(0, 0, 1, List.of()));
            assertThat(there.item(kept.assessment().id())).isEqualTo(item);
            assertThat(there.take(List.of(shorter)).problems()).hasSize(1);
            assertThat(new ChainVerification(other).run().fault()).isNull();
            assertThat(new ChainVerification(other).run().receipts()).isEqualTo(2);

            new Assessments(other, Clock.systemUTC()).forget(kept.assessment().id(), DeletionReason.REQUEST);
            assertThat(there.take(List.of(item)).problems()).hasSize(1);
            assertThat(new ChainVerification(other).run().fault()).isNull();
        }
    }

    abstract StoreSettings anotherStore();

    private void fourLinks() {
        keep(SampleAssessments.assessment("A"));
        StoredAssessment second = keep(SampleAssessments.assessment("B"));
        keep(SampleAssessments.assessment("C"));
        keep(SampleAssessments.assessment("D"));
        assertThat(second.receipt()).isNotNull();
        assertThat(audit().fault()).isNull();
    }

    private void assertFault(FaultType kind, long position) {
        ChainReport.Fault fault = audit().fault();
        assertThat(fault).isNotNull();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.position()).isEqualTo(position);
    }

    private void alter(String statement) {
        store.write(jdbc -> jdbc.sql(statement).update());
    }

    ChainReport audit() {
        return new ChainVerification(store).run();
    }

    StoredAssessment keep(Assessment assessment) {
        return assessments.add(assessment, null, SampleAssessments.signing(assessment));
    }

    StoredAssessment change(Assessment before, double hashrate) {
        Assessment next = SampleAssessments.next(before, hashrate);
        return assessments.replace(next, SampleAssessments.signing(next));
    }

    interface Work {
        List<String> by(int writer) throws Exception;
    }

    static List<String> together(Work work) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            AtomicInteger number = new AtomicInteger();
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                tasks.add(() -> work.by(number.getAndIncrement()));
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> future : writers.invokeAll(tasks)) {
                all.addAll(future.get());
            }
            return all;
        } finally {
            writers.shutdownNow();
        }
    }
}
