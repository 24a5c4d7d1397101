package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hashwise.screening.ScreeningFiles.csv;
import static org.hashwise.screening.ScreeningFiles.line;
import static org.hashwise.screening.ScreeningFiles.lines;
import static org.hashwise.screening.ScreeningFiles.options;
import static org.hashwise.screening.ScreeningFiles.outcomes;
import static org.hashwise.screening.ScreeningFiles.quick;
import static org.hashwise.screening.ScreeningFiles.screening;
import static org.hashwise.screening.ScreeningFiles.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.advice.Advice;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.ResultCache;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Many companies in, an outcome for each out, in order. */
class ScreeningTests {

    private static final List<CaseStudy> CASES = ShippedRules.rulebook().cases();

    @Test
    void theCasebookComesOutAsItsCompaniesOneByOne() throws Exception {
        String sent = CASES.stream().map(ScreeningFiles::line).collect(Collectors.joining("\n"));

        List<JsonNode> lines = outcomes(lines(sent));

        assertThat(lines).hasSize(CASES.size() + 1);
        for (int i = 0; i < CASES.size(); i++) {
            JsonNode line = lines.get(i);
            Advice advice = ShippedRules.advice(CASES.get(i));
            assertThat(line.path("line").asInt()).isEqualTo(i + 1);
            assertThat(line.path("id").asString()).isEqualTo(CASES.get(i).id());
            assertThat(line.path("status").asInt()).isEqualTo(200);
            assertThat(line.at("/recommendation/strategy").asString())
                    .as(CASES.get(i).id())
                    .isEqualTo(advice.recommendation().strategy().name());
            assertThat(line.at("/recommendation/extent").asString(""))
                    .isEqualTo(
                            advice.recommendation().extent() == null
                                    ? ""
                                    : advice.recommendation().extent().name());
            assertThat(line.path("ranking")
                            .valueStream()
                            .map(rank -> rank.path("strategy").asString()))
                    .containsExactlyElementsOf(advice.ranking().stream()
                            .map(RankedStrategy::strategy)
                            .map(Enum::name)
                            .toList());
            assertThat(line.path("doubts")
                            .valueStream()
                            .map(doubt -> doubt.path("text").asString()))
                    .containsExactlyElementsOf(
                            advice.doubts().stream().map(doubt -> doubt.text()).toList());
            assertThat(line.has("nearestFlip")).isFalse();
        }
        JsonNode summary = lines.get(CASES.size()).path("summary");
        assertThat(summary.path("rows").asInt()).isEqualTo(CASES.size());
        assertThat(summary.path("advised").asInt()).isEqualTo(CASES.size());
        assertThat(summary.path("refused").asInt()).isZero();
        assertThat(summary.path("edition").asString())
                .isEqualTo(ShippedRules.rulebook().edition());
        assertThat(summary.path("market").asString()).isNotBlank();
        assertThat(summary.path("seconds").isNumber()).isTrue();
    }

    @Test
    void theNearestFlipIsTheFirstOfAllFlips() throws Exception {
        List<CaseStudy> some = IntStream.range(0, CASES.size())
                .filter(number -> number % 4 == 0)
                .mapToObj(CASES::get)
                .toList();
        String sent = some.stream().map(ScreeningFiles::line).collect(Collectors.joining("\n"));
        FlipFinder finder = new FlipFinder(ShippedRules.rulebook());

        List<JsonNode> lines = outcomes(screening(options(Language.EN, false, true)), lines(sent));

        for (int number = 0; number < some.size(); number++) {
            List<Flip> all = finder.flips(ShippedRules.situation(some.get(number)));
            JsonNode nearest = lines.get(number).path("nearestFlip");
            assertThat(nearest.isNull()).as(some.get(number).id()).isEqualTo(all.isEmpty());
            if (!all.isEmpty()) {
                assertThat(nearest.path("id").asString()).isEqualTo(all.get(0).id());
                assertThat(nearest.path("to").asString())
                        .isEqualTo(all.get(0).to().name());
                assertThat(nearest.path("text").asString()).isNotBlank();
                assertThat(nearest.path("distancePercent").isNull())
                        .isEqualTo(all.get(0).distancePercent() == null);
            }
        }
        assertThat(lines.stream().filter(line -> line.path("nearestFlip").isObject()))
                .hasSizeGreaterThan(3);
    }

    @Test
    void equalCompaniesTakeOneSearchForTheirNearestFlip() throws Exception {
        String sent = line(CASES.get(0)) + "\n" + line(CASES.get(1));
        ResultCache<Optional<Flip>> found = new ResultCache<>(2);
        AtomicInteger evaluations = new AtomicInteger();
        List<JsonNode> searched;
        List<JsonNode> taken;
        int once;
        try (Cancellation.Scope scope = Cancellation.begin(evaluations::incrementAndGet)) {
            searched = outcomes(screening(options(Language.EN, false, true), found), lines(sent));
            once = evaluations.getAndSet(0);
            taken = outcomes(screening(options(Language.FR, false, true), found), lines(sent));
        }

        assertThat(evaluations.get()).isLessThan(once / 4);
        assertThat(taken.get(0).at("/nearestFlip/at")).isEqualTo(searched.get(0).at("/nearestFlip/at"));
        assertThat(taken.subList(0, 2))
                .isEqualTo(outcomes(screening(options(Language.FR, false, true)), lines(sent))
                        .subList(0, 2));
    }

    @Test
    void wholeAdvicesAreThoseOfTheSingleRequest() throws Exception {
        CaseStudy study = CASES.get(0);
        JsonNode expected = ScreeningFiles.JSON.readTree(NdjsonFormat.JSON.writeValueAsString(
                AdviceDocument.of(ShippedRules.advice(study), ScreeningFiles.WORDING)
                        .with(List.of(), study.asOf())));

        JsonNode line = outcomes(screening(options(Language.EN, true, false)), lines(line(study)))
                .get(0);

        ObjectNode advice = (ObjectNode) line.path("advice");
        assertThat(advice.path("peers")).hasSize(5).allSatisfy(peer -> {
            assertThat(peer.path("story").asString()).isNotBlank();
            assertThat(peer.at("/did/strategy").asString()).isNotBlank();
        });
        advice.putArray("peers");
        assertThat(advice).isEqualTo(expected);
    }

    @Test
    void brokenLinesAreRefusedByThemselves() throws Exception {
        String sent = """
            {"id":1,"answers":{"treasury.cashUsd":50000000}}
            {"id":"b","answers":{"treasury.cashUsd":"n/a","power.energised":3}}

            {"id":"c","answers":
            [1]
            {"id":"e","company":"E"}
            """;

        List<JsonNode> lines = outcomes(lines(sent));

        assertThat(lines.stream().map(line -> line.path("status").asInt(0)))
                .containsExactly(200, 400, 400, 400, 200, 0);
        assertThat(lines.stream().map(line -> line.path("line").asInt(0))).containsExactly(1, 2, 4, 5, 6, 0);
        assertThat(lines.get(0).path("id").isInt()).isTrue();
        JsonNode second = lines.get(1);
        assertThat(second.path("id").asString()).isEqualTo("b");
        assertThat(second.path("errors")
                        .valueStream()
                        .map(error -> error.path("id").asString()))
                .containsExactly("power.energised", "treasury.cashUsd");
        assertThat(second.at("/errors/0/suggestion").asString()).isEqualTo("power.energizedMw");
        assertThat(lines.get(2).at("/errors/0/problem").asString()).contains("line 4");
        assertThat(lines.get(3).at("/errors/0/problem").asString()).isNotBlank();
        assertThat(lines.get(5).at("/summary/refused").asInt()).isEqualTo(3);
    }

    @Test
    void aListInPlaceOfLinesIsToldAsSuch() throws Exception {
        List<JsonNode> lines = outcomes(lines("""
            [
            {"id":"a"},
            {"id":"b","id":"c"}
            {"answers":{"treasury":{"cashUsd":1}}}
            ]
            """));

        assertThat(lines.stream().map(line -> line.path("status").asInt(0)))
                .containsExactly(400, 400, 400, 400, 400, 0);
        assertThat(lines.get(0).at("/errors/0/problem").asString()).contains("one company on each line");
        assertThat(lines.get(1).at("/errors/0/problem").asString()).contains("comma");
        assertThat(lines.get(2).at("/errors/0/id").asString()).isEqualTo("id");
        assertThat(lines.get(3).at("/errors/0/id").asString()).isEqualTo("treasury");
        assertThat(lines.get(4).at("/errors/0/problem").asString()).contains("one company on each line");
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndTheNextOneRead() throws Exception {
        List<JsonNode> lines = outcomes(
                lines("{\"company\":\"" + "x".repeat(ScreeningLimits.ROW_CHARACTERS) + "\"}\n{\"id\":\"next\"}"));

        assertThat(lines.get(0).path("status").asInt()).isEqualTo(400);
        assertThat(lines.get(0).path("line").asInt()).isEqualTo(1);
        assertThat(lines.get(0).at("/errors/0/problem").asString())
                .contains("Line 1 ", "1,048,576 bytes", "cannot be given back", "The lines after it are read");
        assertThat(lines.get(1).path("id").asString()).isEqualTo("next");
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("status").asInt()).isEqualTo(200);
    }

    @Test
    void theKeyOfACompanyHasOneLimitInEachFormat() throws Exception {
        String longest = "k".repeat(AdviceRequest.LONGEST_ID);
        RowSource rows = lines("{\"id\":\"" + longest + "\"}\n{\"id\":\"" + longest + "k\"}");
        RowSource table = csv("id,company\n" + longest + ",A\n" + longest + "k,B\n");

        for (RowSource source : List.of(rows, table)) {
            List<JsonNode> lines = outcomes(source);
            assertThat(lines.get(0).path("id").asString()).isEqualTo(longest);
            assertThat(lines.get(0).path("status").asInt()).isEqualTo(200);
            assertThat(lines.get(1).path("status").asInt()).isEqualTo(400);
            assertThat(lines.get(1).at("/errors/0/problem").asString()).contains("200 characters");
        }
    }

    @Test
    void commonAnswersCountUnlessARowSaysOtherwise() throws Exception {
        var common = Screenings.nothingInCommon(Language.EN).with(CASES.get(0).answers());
        String own = "{\"answers\":{}}";

        JsonNode line = outcomes(screening(new ScreeningOptions(common, true, false)), lines(own))
                .get(0);

        assertThat(line.at("/advice/assumptions")
                        .valueStream()
                        .map(each -> each.path("id").asString()))
                .doesNotContainAnyElementsOf(CASES.get(0).answers().byId().keySet());
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysTextInCsv() throws Exception {
        String out = written(
                quick(),
                csv("id,company\n=1+2,\"=HYPERLINK(\"\"http://x\"\")\"\n-3,@sum\n"),
                ScreeningFormat.CSV,
                false);

        assertThat(out.lines().toList().get(1)).contains("'=1+2", "'=HYPERLINK");
        assertThat(out.lines().toList().get(2)).contains(",-3,'@sum,"); // a negative number is no formula
        assertThat(out.lines().reduce((first, last) -> last).orElseThrow()).contains("2 rows");
    }

    @Test
    void aNumberAsIdKeepsAllItsDigitsInCsv() throws Exception {
        String out = written(quick(), lines("{\"id\":9007199254740993}"), ScreeningFormat.CSV, false);

        assertThat(out.lines().toList().get(1)).startsWith("1,9007199254740993,");
    }

    @Test
    void refusedRowsComeBackAsTheyWereSentAndPassOnceTheyAreMended() throws Exception {
        String sent = "Name;Cash (USD m);Energised power\nA;12;40\nB;many;50\nC;30;=2*3\n";

        String back = written(quick(), csv(sent), ScreeningFormat.CSV, true);

        assertThat(back.lines().toList().get(0))
                .isEqualTo("\uFEFFhashwise.line;hashwise.field;hashwise.problem;Name;Cash (USD m);Energised power");
        assertThat(back.lines().toList()).hasSize(3);
        assertThat(back.lines().toList().get(1)).startsWith("3;Cash (USD m);").endsWith(";B;many;50");
        String mended = back.replace(";many;", ";20;").replace(";'=2*3", ";6");
        assertThat(outcomes(csv(mended)).stream()
                        .map(line -> line.path("status").asInt(0)))
                .containsExactly(200, 200, 0);
    }

    @Test
    void refusedLinesComeBackWithTheirProblemsAndPassOnceTheyAreMended() throws Exception {
        String back = written(
                quick(),
                lines("{\"id\":\"a\"}\n{\"id\":\"b\",\"answers\":{\"treasury.cashUsd\":\"much\"}}"),
                ScreeningFormat.NDJSON,
                true);

        assertThat(back.lines()).singleElement().asString().startsWith("{\"hashwise\":{\"line\":2,");
        List<JsonNode> again = outcomes(lines(back.replace("\"much\"", "1e7")));
        assertThat(again.get(0).path("status").asInt()).isEqualTo(200);
    }

    private static RowSource open(String text, ScreeningFormat format) throws Exception {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return format == ScreeningFormat.NDJSON
                ? JsonLinesSource.of(bytes, true)
                : TableSource.of(Table.csv(bytes, null, Language.EN), ScreeningFiles.columns(), Map.of(), true);
    }

    private static List<Integer> statuses(String text, ScreeningFormat format) throws Exception {
        return outcomes(open(text, format)).stream()
                .map(line -> line.path("status").asInt(0))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"NDJSON", "CSV"})
    void whatIsRefusedComesBackInAnyFormatAndPassesOnceItIsMended(ScreeningFormat format) throws Exception {
        String json = """
            {"id":"a"}
            {"id":"b","answers":{"treasury.cashUsd":1.50,}}
            {"id":"c","id":"c2"}
            {"id":"d","answers":{"mining.hashrateEh":"much"}}
            """;
        String table = "Name;Cash (USD m);Zodiac;Interest\nA;12,5;Leo;7,5%\nB;many;Leo;7,25\n";

        String lines = written(quick(), open(json, ScreeningFormat.NDJSON), format, true);
        String rows = written(quick(), open(table, ScreeningFormat.CSV), format, true);

        assertThat(statuses(lines, format)).containsExactly(400, 400, 400, 0);
        assertThat(statuses(rows, format)).containsExactly(400, 0);
        assertThat(statuses(written(quick(), open(lines, format), format, true), format))
                .hasSize(4);
        String mended = lines.replace("1.50,}", "1.50}")
                .replaceAll(",\"+id\"+:\"+c2\"+}", "}")
                .replaceAll("(?<=:)\"+much\"+", "5");
        assertThat(statuses(mended, format)).as(mended).containsExactly(200, 200, 200, 0);
        CompanyRow row = Objects.requireNonNull(
                        open(rows.replace("many", "1,234"), format).next())
                .read(ScreeningFiles.CONTEXT);
        assertThat(row.errors()).isEmpty();
        assertThat(String.valueOf(
                        Objects.requireNonNull(row.request()).answers().byId().get("treasury.cashUsd")))
                .contains("1234000");
    }

    @Test
    void aRowThatCannotBeGivenBackStandsForNoCompanyWhenTheOthersAreSentAgain() throws Exception {
        String json = "{\"company\":\"" + "x".repeat(ScreeningLimits.ROW_CHARACTERS) + "\"}\n{\"id\":[]}\n";
        String table = "company,treasury.cashUsd\nA,much\nB,\"1\n";

        for (ScreeningFormat format : List.of(ScreeningFormat.NDJSON, ScreeningFormat.CSV)) {
            String lines = written(quick(), lines(json), format, true);
            assertThat(lines).contains("1,048,576");
            assertThat(statuses(lines, format)).containsExactly(400, 0);
            String rows = written(quick(), csv(table), format, true);
            assertThat(rows).contains("quotation marks");
            assertThat(statuses(rows, format)).containsExactly(400, 0);
        }
    }

    @Test
    void aLineInAnotherEncodingIsToldAndComesBackInUtf8() throws Exception {
        String sent = "{\"id\":\"a\"}\n{\"id\":\"é\"}\n{\"id\":\"\uFFFD\"}\n";
        byte[] bytes = sent.replace("\uFFFD", "b").getBytes(Charset.forName("windows-1252"));

        RowSource rows = JsonLinesSource.of(new ByteArrayInputStream(bytes), false);
        JsonNode second = outcomes(rows).get(1);
        String back = written(
                quick(), JsonLinesSource.of(new ByteArrayInputStream(bytes), false), ScreeningFormat.NDJSON, true);

        assertThat(second.path("line").asInt()).isEqualTo(2);
        assertThat(second.at("/errors/0/problem").asString()).contains("UTF-8");
        assertThat(statuses(back, ScreeningFormat.NDJSON)).containsExactly(200, 0);
        assertThat(statuses(sent, ScreeningFormat.NDJSON)).containsExactly(200, 200, 200, 0);
    }

    @Test
    void statisticsCountAdviceBlockersAndDistances() throws Exception {
        String sent = CASES.stream().limit(6).map(ScreeningFiles::line).collect(Collectors.joining("\n"));

        List<JsonNode> lines = outcomes(screening(options(Language.EN, false, true)), lines(sent));

        JsonNode statistics = lines.get(6).at("/summary/statistics");
        assertThat(statistics
                        .path("byStrategy")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(6);
        long hold = lines.stream()
                .filter(line -> line.at("/recommendation/strategy").asString("").equals("HOLD"))
                .count();
        assertThat(statistics.at("/byStrategy/HOLD").asLong()).isEqualTo(hold);
        double nearest = lines.stream()
                .filter(line -> line.at("/nearestFlip/distancePercent").isNumber())
                .mapToDouble(line -> line.at("/nearestFlip/distancePercent").asDouble())
                .min()
                .orElseThrow();
        assertThat(statistics.at("/flips/nearest/0/distancePercent").asDouble()).isCloseTo(nearest, within(0.01));
        assertThat(statistics.path("blockers").size()).isPositive();
    }

    @Test
    void theStatisticsAreInEveryFormat() throws Exception {
        String sent = CASES.stream().limit(6).map(ScreeningFiles::line).collect(Collectors.joining("\n"));
        Screening screening = screening(options(Language.EN, false, true));

        List<JsonNode> lines = outcomes(screening, lines(sent));
        String csv = written(screening, lines(sent), ScreeningFormat.CSV, false);
        byte[] xlsx = ScreeningFiles.bytes(screening, lines(sent), ScreeningFormat.XLSX, false);

        JsonNode statistics = lines.get(6).at("/summary/statistics");
        List<Double> distances = lines.stream()
                .filter(line -> line.at("/nearestFlip/distancePercent").isNumber())
                .map(line ->
                        Plain.rounded(line.at("/nearestFlip/distancePercent").asDouble(), 2))
                .sorted()
                .toList();
        double p10 = statistics.at("/flips/p10Percent").asDouble();
        assertThat(p10).isEqualTo(distances.get(0));
        JsonNode blocker = statistics.at("/blockers/0");
        assertThat(csv.lines().reduce((first, last) -> last).orElseThrow())
                .contains(
                        "HOLD " + statistics.at("/byStrategy/HOLD").asInt(),
                        blocker.path("rule").asString());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(6);
            Map<String, String> summary = new HashMap<>();
            workbook.getSheetAt(1)
                    .forEach(row -> summary.put(
                            row.getCell(0).toString(), row.getCell(1).toString()));
            assertThat(summary)
                    .containsEntry("rows", "6.0")
                    .containsEntry("flips.p10Percent", String.valueOf(p10))
                    .containsEntry(
                            "blockers." + blocker.path("rule").asString() + "."
                                    + blocker.path("blocks").asString(),
                            blocker.path("companies").asInt() + ".0");
        }
    }

    @Test
    void fewRowsAreReadAheadOfASlowReceiver() throws Exception {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        RowSource rows = counted(5_000, read);

        quick().run(rows, outcome -> most.accumulateAndGet(read.get() - taken.incrementAndGet(), Math::max));

        assertThat(taken.get()).isEqualTo(5_000);
        assertThat(most.get()).isLessThan(2 * Pipeline.MOST_IN_PROGRESS);
    }

    @Test
    void nothingIsLeftOfAScreeningThatIsCancelled() {
        AtomicInteger read = new AtomicInteger();
        Runnable cancelled = () -> {
            if (read.get() > 50) {
                throw new AnalysisCancelled(AnalysisCancelled.Reason.CLIENT_GONE);
            }
        };
        try (Cancellation.Scope scope = Cancellation.begin(cancelled)) {
            assertThatThrownBy(() -> quick().run(counted(1_000_000, read), to(OutputStream.nullOutputStream())))
                    .isInstanceOf(AnalysisCancelled.class);
        }
        assertThat(read.get()).isLessThan(1_000);
        assertThat(Screenings.inProgress()).isZero();
    }

    @Test
    void nothingIsLeftOfAScreeningWhoseReceiverIsGone() {
        AtomicInteger read = new AtomicInteger();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> quick().run(counted(1_000_000, read), to(gone)))
                .isInstanceOf(IOException.class);
        assertThat(read.get()).isLessThan(5_000);
        assertThat(Screenings.inProgress()).isZero();
    }

    private static List<Screening.ResultOutput> to(OutputStream out) {
        return List.of(new Screening.ResultOutput(ScreeningFormat.NDJSON, false, out));
    }

    private static RowSource counted(int count, AtomicInteger read) {
        var numbers = IntStream.range(1, count + 1).iterator();
        return new RowSource() {
            @Override
            public SourceRow next() {
                if (!numbers.hasNext()) {
                    return null;
                }
                read.incrementAndGet();
                return new JsonRow(numbers.next(), new byte[] {'{', '}'}, false);
            }

            @Override
            public List<String> headers() {
                return List.of();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
