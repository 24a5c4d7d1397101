package org.hashwise.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.hashwise.HttpTestClient;
import org.hashwise.advice.Strategy;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.Sha256;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreFaults;
import org.hashwise.command.Commands;
import org.hashwise.consultation.Consultation;
import org.hashwise.memo.MemoCheck.MemoDifference;
import org.hashwise.memo.MemoCheck.MemoPart;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The memo of a miner with a large site and a letter of intent, in every format. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hashwise.limits.analysis-deadline=5m")
class MemoTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMPANY = """
        {"company": "Acme Mining", "asOf": "%s", "language": "%s", "answers": {
        "mining.hashrateEh": 8, "mining.fleetEfficiencyJPerTh": 24, "power.energizedMw": 245,
        "power.largestSiteMw": 245, "power.interconnection": "FIRM", "power.priceUsdPerKwh": 0.049,
        "hosting.tenantStage": "LETTER_OF_INTENT", "hosting.tenantCredit": "BACKSTOPPED",
        "treasury.cashUsd": 85000000, "treasury.btcHeld": 900, "treasury.debtUsd": 60000000,
        "treasury.debtDueIn12MonthsUsd": 0, "treasury.marketCapUsd": 900000000}}\
        """;
    private static final String DAY = "2026-11-26";
    private static final String LATER = "2027-02-01";

    private static final Map<String, HttpResponse<byte[]>> REPLIES = new HashMap<>();

    private final HttpClient client = HttpClient.newHttpClient();

    /** Most memos are written on the day after {@link #DAY}: much later they would be marked as being about the past. */
    @SuppressWarnings("UnusedVariable") // takes the place of the server's
    @TestBean
    private Clock clock;

    @Autowired
    private Store store;

    @Autowired
    private Memos memos;

    @Autowired
    private MemoDocument documents;

    @LocalServerPort
    private int port;

    static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
    }

    @DynamicPropertySource
    static void aStoreOfOurOwn(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory("memo");
        registry.add("hashwise.data", data::toString);
    }

    @Test
    void theModelPutsAResolutionWithOptionsAndSealToTheBoard() throws Exception {
        JsonNode memo = json(DAY, "en");

        assertThat(memo.path("resolution").asString()).startsWith("The board resolves that Acme Mining ");
        assertThat(memo.path("draft").isNull()).isTrue();
        assertThat(memo.at("/validity/until").asString()).isGreaterThan("2026-11-25");
        assertThat(memo.path("options")).hasSize(4);
        JsonNode best = memo.at("/options/0");
        assertThat(best.path("recommended").asBoolean()).isTrue();
        assertThat(best.path("strategy")).isEqualTo(memo.at("/advice/recommendation/strategy"));
        assertThat(memo.at("/receipt/hash").asString()).matches("sha256:[0-9a-f]{64}");
        assertThat(memo.at("/peers/nearest")).isNotEmpty();
        assertThat(memo.at("/answers/power.largestSiteMw").asInt()).isEqualTo(245);
    }

    @Test
    void liquidityOfAnOptionIsThatOfItsCalendar() throws Exception {
        JsonNode memo = json(DAY, "en");
        JsonNode calendar = memo.at("/advice/calendar");

        for (JsonNode option : memo.path("options")) {
            JsonNode liquidity = option.path("liquidity");
            if (liquidity.path("building").asBoolean()
                    == calendar.path("building").asBoolean()) {
                assertThat(liquidity.path("month12Usd")).isEqualTo(calendar.at("/months/12/closingUsd"));
                assertThat(liquidity.path("month24Usd")).isEqualTo(calendar.at("/months/24/closingUsd"));
            }
            assertThat(liquidity.path("stressed12Usd").asDouble())
                    .isLessThan(liquidity.path("month12Usd").asDouble());
        }
    }

    @Test
    void optionsAndTriggersAreThoseOfTheProjectionWithTheSameSeed() throws Exception {
        String indebted = indebted("en");
        JsonNode memo = JSON.readTree(
                post("/api/v1/advice/memo", indebted, "application/json").body());
        JsonNode projection = JSON.readTree(
                post("/api/v1/advice/projection", indebted, "application/json").body());

        assertThat(memo.at("/projection/seed")).isEqualTo(projection.path("seed"));
        assertThat(memo.at("/projection/calibration"))
                .isNotEmpty()
                .isEqualTo(projection.at("/calibration/liquidityUsd"));
        for (JsonNode option : memo.path("options")) {
            JsonNode outlook = option.path("outlook");
            JsonNode strategy =
                    projection.at("/strategies/" + option.path("strategy").asString());
            List<Double> survival = numbers(outlook.path("survivalPercent"));
            List<Double> paths = numbers(strategy.path("survivalPercent"));
            assertThat(survival).hasSameSizeAs(paths);
            for (int month = 0; month < survival.size(); month++) {
                assertThat(survival.get(month)).isCloseTo(paths.get(month), within(0.1));
            }
            for (int month : new int[] {12, 24}) {
                JsonNode quantiles = strategy.path("liquidityUsd").path(month);
                JsonNode range = outlook.path("month" + month + "Usd");
                for (String quantile : List.of("p10", "p50", "p90")) {
                    assertThat(range.path(quantile).asDouble())
                            .isEqualTo(quantiles.path(quantile).asDouble());
                }
                JsonNode calibrated =
                        strategy.at("/calibratedRange/liquidityUsd").path(month);
                for (String end : List.of("low", "high")) {
                    assertThat(range.path(end).asDouble())
                            .isEqualTo(calibrated.path(end).asDouble());
                }
            }
        }
        List<JsonNode> triggers = new ArrayList<>();
        memo.path("triggers").forEach(trigger -> {
            double capital = ((ObjectNode) trigger).remove("capitalUsd").asDouble();
            double now = memo.at("/options/0/liquidity/capitalUsd").asDouble();
            double then = capital(memo, trigger.path("then").asString());
            assertThat(capital).isEqualTo(then > now ? then : 0);
            triggers.add(trigger);
        });
        assertThat(triggers).isNotEmpty().containsExactlyInAnyOrderElementsOf(projection.path("triggers"));
    }

    @OneLanguage
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void sharesOfPathsArePrintedAsTheProjectionHasThem(String language) throws Exception {
        String indebted = indebted(language);
        JsonNode strategies = JSON.readTree(post("/api/v1/advice/projection", indebted, "application/json")
                        .body())
                .path("strategies");
        JsonNode options = JSON.readTree(post("/api/v1/advice/memo", indebted, "application/json")
                        .body())
                .path("options");
        List<String> pages =
                pages(post("/api/v1/advice/memo", indebted, "application/pdf").body());
        String decision = plain(pages.get(0));
        String annex = plain(String.join(" ", pages.subList(1, pages.size())));

        List<String> shares = new ArrayList<>();
        for (JsonNode option : options) {
            JsonNode strategy = strategies.path(option.path("strategy").asString());
            String after12 = percent(strategy.path("survivalPercent").path(12));
            String after24 = percent(strategy.path("survivalPercent").path(24));
            String table = after12 + after24 + (language.equals("en") ? "after24" : "à24mois");
            shares.add(after24);
            assertThat(decision).contains(table);
            assertThat(annex)
                    .contains(table + percent(strategy.path("forcedSale").path("sharePercent")));
        }
        assertThat(shares).anyMatch(share -> !share.matches("[0-9]?0%|100%"));
        assertThat(decision)
                .contains(shares.get(0)
                        + (language.equals("en")
                                ? "ofthesimulatedpathsofthemarket."
                                : "destrajectoiressimuléesdumarché."));
    }

    @Test
    void amountsOfLiquidFundsAreTheCalibratedRangeWithThatOfTheMarketBelow() throws Exception {
        String indebted = indebted("en");
        JsonNode memo = JSON.readTree(
                post("/api/v1/advice/memo", indebted, "application/json").body());
        List<String> pages =
                pages(post("/api/v1/advice/memo", indebted, "application/pdf").body());
        String decision = plain(pages.get(0));
        String annex = plain(String.join(" ", pages.subList(1, pages.size())));

        JsonNode counts = memo.at("/projection/calibration");
        String within = counts.path("withinRange").asString();
        String known = counts.path("known").asString();
        assertThat(decision)
                .contains(plain("the calibrated range, which held " + within + " of " + known + " later figures (A4)"));
        assertThat(annex)
                .contains(plain("about four in five later figures of liquid funds lay: " + within + " of " + known))
                .contains(plain(counts.path("withinBand").asString() + " of " + known + " lay, widened"))
                .contains(plain("rest on these paths of the market alone"));
        for (JsonNode option : memo.path("options")) {
            JsonNode range = option.at("/outlook/month24Usd");
            assertThat(range.path("low").asDouble())
                    .isLessThanOrEqualTo(range.path("p10").asDouble());
            assertThat(range.path("high").asDouble())
                    .isGreaterThan(range.path("p90").asDouble());
            assertThat(decision).contains(plain(millions(range, "low") + " to " + millions(range, "high")));
            assertThat(annex)
                    .contains(plain(
                            millions(range, "low") + "·" + millions(range, "p50") + "·" + millions(range, "high")))
                    .contains(plain("market alone: " + millions(range, "p10") + " to " + millions(range, "p90")));
        }
        assertThat(plain(pages(post("/api/v1/advice/memo", indebted("fr"), "application/pdf")
                                .body())
                        .get(0)))
                .contains(plain(
                        "plage calibrée, qui a contenu " + within + " valeurs ultérieures sur " + known + " (A4)"));
    }

    private static String millions(JsonNode range, String end) {
        return String.format(Locale.ROOT, "%,.1f", range.path(end).asDouble() / 1e6);
    }

    private static double capital(JsonNode memo, String strategy) {
        for (JsonNode option : memo.path("options")) {
            if (option.path("strategy").asString().equals(strategy)) {
                return option.at("/liquidity/capitalUsd").asDouble();
            }
        }
        throw new AssertionError("no " + strategy);
    }

    /** A miner without money for a building, which a lower price of bitcoin leads to AI hosting. */
    @OneLanguage
    @ParameterizedTest
    @CsvSource({"en, can be followed only if, is raised within 24 months", "fr, suppose de lever, en 24 mois"})
    void aTriggerNamesTheCapitalThatItsStrategyNeeds(String language, String before, String after) throws Exception {
        String small = """
            {"company": "Small Mining", "asOf": "2025-03-28", "language": "%s", "answers": {
            "company.listed": true,
            "company.goingConcernDoubt": false,
            "market.btcPriceUsd": 86350,
            "market.networkHashrateEh": 810,
            "market.blockSubsidyBtc": 3.125,
            "market.hashpriceUsdPerPhDay": 49.4,
            "mining.hashrateEh": 4.36,
            "mining.fleetEfficiencyJPerTh": 25.4,
            "mining.cashOverheadUsdPerMonth": 3000000,
            "hosting.tenantStage": "NONE",
            "regulation.jurisdictions": {"US-TX": 16.67, "US": 16.67, "AE": 16.67, "CA": 16.67, "OM": 16.66, "ET": 16.66},
            "treasury.debtStanding": "CURRENT"}}\
            """.formatted(language);
        JsonNode memo = JSON.readTree(
                post("/api/v1/advice/memo", small, "application/json").body());
        String firstTwo = plain(String.join(
                "",
                pages(post("/api/v1/advice/memo", small, "application/pdf").body())
                        .subList(0, 2)));

        boolean needed = false;
        for (JsonNode trigger : memo.path("triggers")) {
            needed |= trigger.path("capitalUsd").asDouble() > 0;
        }
        for (JsonNode change : memo.path("changes")) {
            needed |= capital(memo, change.path("leadsTo").asString())
                    > capital(memo, memo.at("/advice/recommendation/strategy").asString());
        }
        assertThat(needed).isTrue();
        assertThat(firstTwo).containsPattern(plain(before) + ".{4,25}" + plain(after));
    }

    @ParameterizedTest
    @CsvSource({"en, Question Value Reason and source", "fr, Question Valeur Raison et source"})
    void eachPageOfALongTableHasItsHeadingAndSeveralRows(String language, String heading) throws Exception {
        JsonNode memo = json(DAY, language);
        List<String> pages = pages(pdf(DAY, language));

        int turns = 0;
        for (String page : pages.subList(2, pages.size())) {
            List<String> rows = new ArrayList<>();
            memo.at("/advice/assumptions").forEach(item -> {
                if (plain(page).contains(plain(item.path("source").asString()))) {
                    rows.add(item.path("id").asString());
                }
            });
            if (!rows.isEmpty() && plain(page).contains(plain(heading))) {
                turns++;
                assertThat(rows).hasSizeGreaterThan(1);
            }
        }
        assertThat(turns).isGreaterThan(1);
        memo.at("/advice/assumptions")
                .forEach(item -> assertThat(pages)
                        .filteredOn(page ->
                                plain(page).contains(plain(item.path("because").asString())))
                        .anyMatch(page -> plain(page).contains(plain(heading))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void amountsOfTheOptionsHaveTheSameUnitAndDecimals(String language) throws Exception {
        try (XWPFDocument document = docx(language)) {
            XWPFTable options = document.getTables().get(1);
            String unit = language.equals("en") ? "USD\u00a0million" : "M\u00a0USD";
            for (int column : new int[] {2, 3, 5}) {
                assertThat(options.getRow(0).getCell(column).getText()).endsWith(", " + unit);
                options.getRows().stream()
                        .skip(1)
                        .forEach(row -> assertThat(plain(row.getCell(column).getText())
                                        .replaceAll("[^0-9.,]+", " ")
                                        .strip())
                                .matches("([0-9,]+[.,][0-9] ?)*"));
            }
        }
    }

    /** Each has as many points as a second option, or enough money only as long as nothing happens. */
    @OneLanguage
    @ParameterizedTest
    @CsvSource({
        "en, 'It has no lead: “Host AI” has as many points', 'To find out first: ', 'Under stress (bitcoin loses 30%'",
        "fr, 'Aucune avance : « Héberger l’IA » a autant de points', 'À éclaircir d’abord : ', 'En cas de choc (le"
                + " bitcoin'"
    })
    void whatMakesARecommendationDoubtfulStandsBeforeTheOptions(
            String language, String level, String open, String stressed) throws Exception {
        String tied = """
            {"company": "Acme Mining", "asOf": "2025-06-30", "language": "%s", "answers": {
            "market.btcPriceUsd": 107173, "market.networkHashrateEh": 870.3, "market.hashpriceUsdPerPhDay": 55.3,
            "power.pipelineMw": 570, "power.priceUsdPerKwh": 0.04, "hosting.tenantStage": "TALKS",
            "regulation.jurisdictions": {"US-OH": 25, "US-WA": 25, "NO": 25, "BT": 25},
            "treasury.cashUsd": 299792000, "treasury.btcHeld": 1580, "treasury.capitalAccess": "OPEN"}}\
            """.formatted(language);
        assertThat(memo(tied).at("/certainty/lead").asDouble()).isZero();
        assertThat(text(tied)).contains(plain(level), plain(open)).doesNotContain(plain(stressed));

        String strained = """
            {"company": "Acme Mining", "asOf": "2025-09-30", "language": "%s", "answers": {
            "market.btcPriceUsd": 108274, "market.networkHashrateEh": 940.8, "mining.hashrateEh": 16.8,
            "mining.fleetEfficiencyJPerTh": 16.8, "power.largestSiteMw": 244, "power.priceUsdPerKwh": 0.031,
            "site.conversionMonths": 12, "hosting.tenantStage": "LETTER_OF_INTENT",
            "hosting.tenantCredit": "BACKSTOPPED", "hosting.contractedMw": 168, "hosting.capexUsdPerMw": 10000000,
            "hosting.fundedCapexPercent": 83, "treasury.cashUsd": 62700000, "treasury.btcHeld": 1063,
            "treasury.debtUsd": 172500000, "treasury.capitalAccess": "OPEN"}}\
            """.formatted(language);
        JsonNode funds = memo(strained).at("/options/0/liquidity");
        assertThat(funds.path("capitalUsd").asDouble()).isZero();
        assertThat(funds.path("stressedCapitalUsd").asDouble()).isPositive();
        assertThat(text(strained)).contains(plain(stressed)).doesNotContain(plain(level));
    }

    /** A share as readers see it, without spaces. */
    private static String percent(JsonNode share) {
        double percent = share.asDouble();
        long whole = Math.round(percent);
        return whole == 0 && percent > 0 ? "<1%" : whole == 100 && percent < 100 ? ">99%" : whole + "%";
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({"en, or, and", "fr, ou, et"})
    void changesOfTheRecommendationAreAlternativesAndThoseThatLeadToAnotherHoldTogether(
            String language, String either, String both) throws Exception {
        String indebted = indebted(language);
        JsonNode memo = JSON.readTree(
                post("/api/v1/advice/memo", indebted, "application/json").body());
        String decision = plain(
                pages(post("/api/v1/advice/memo", indebted, "application/pdf").body())
                        .get(0));

        for (JsonNode option : memo.path("options")) {
            List<String> clauses = new ArrayList<>();
            option.path("conditions").forEach(change -> clauses.add(clause(change)));
            assertThat(decision)
                    .contains(plain(String.join(option.path("recommended").asBoolean() ? either : both, clauses)));
        }
        assertThat(memo.at("/options/0/conditions")).hasSizeGreaterThan(1);
        assertThat(memo.at("/options/0/conditions/0/id")).isNotEqualTo(memo.at("/options/0/conditions/1/id"));
        assertThat(memo.at("/validity/trigger/assumed").asBoolean()).isFalse();
        assertThat(decision).contains(plain(clause(memo.at("/validity/trigger")) + "."));
    }

    /** The words of a change within a sentence. */
    private static String clause(JsonNode change) {
        String text = change.path("text").asString();
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    @Test
    void theTagOfARuleIsNotAloneOnALine() throws Exception {
        String decision = pages(post("/api/v1/advice/memo", indebted("en"), "application/pdf")
                        .body())
                .get(0);

        assertThat(decision).containsPattern("[^\\s][\\s\\u00a0][A-Z]+-[0-9]{2}");
        assertThat(decision.lines()).noneMatch(line -> line.strip().matches("[A-Z]+-[0-9]{2}"));
    }

    @Test
    void placesWithoutARowAreNamedInOneSentence() throws Exception {
        String spread = answering(DAY, "\"regulation.jurisdictions\": {\"US-MS\": 40, \"US-TN\": 30, \"US-TX\": 30}");

        JsonNode memo = JSON.readTree(
                post("/api/v1/advice/memo", spread, "application/json").body());
        String decision = plain(
                pages(post("/api/v1/advice/memo", spread, "application/pdf").body())
                        .get(0));

        assertThat(memo.at("/advice/warnings")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(decision)
                .contains(plain("Mississippi, Tennessee: no separate row in our regulation table"))
                .doesNotContain("US-MS");
    }

    @Test
    void capitalThatHasToBeRaisedIsNamedBeforeTheOptions() throws Exception {
        String said = plain("raised within 24 months at the market of the day. The company is still solvent");
        String deferred = plain("deferred within 24 months at the market of the day. The company is still solvent");

        String rich = COMPANY.formatted(DAY, "en").replace("85000000", "850000000");
        assertThat(JSON.readTree(post("/api/v1/advice/memo", rich, "application/json")
                                .body())
                        .at("/options/0/liquidity/capitalUsd")
                        .asDouble())
                .isZero();
        assertThat(plain(pages(post("/api/v1/advice/memo", rich, "application/pdf")
                                .body())
                        .get(0)))
                .doesNotContain(said, deferred);
        byte[] needy =
                post("/api/v1/advice/memo", indebted("en"), "application/pdf").body();
        assertThat(plain(pages(needy).get(0))).containsAnyOf(said, deferred);
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({"en, assumed", "fr, supposé"})
    void sumsAndReasonsThatRestOnAnAssumedAnswerSaySo(String language, String said) throws Exception {
        String known = indebted(language);
        String guessed = known.replace("\"treasury.debtDueIn12MonthsUsd\": 60000000,", "");

        assertThat(assumedSums(memo(guessed))).isNotEmpty();
        for (String company : List.of(known, guessed)) {
            JsonNode memo = memo(company);
            int sums = assumedSums(memo).size();
            byte[] docx = post("/api/v1/advice/memo", company, Memos.DOCX).body();
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
                String tables =
                        document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining());
                assertThat(tables.split("(·[ \u00a0]|\n)" + said + "\\b", -1).length - 1)
                        .isEqualTo(sums + assumedReasons(memo));
            }
            List<String> pages = pages(
                    post("/api/v1/advice/memo", company, "application/pdf").body());
            assertThat(plain(String.join("", pages.subList(0, 2)))).contains(plain(said));
        }
    }

    /** The rules of the steps whose sum rests on an assumption. */
    private static List<String> assumedSums(JsonNode memo) {
        List<String> rules = new ArrayList<>();
        memo.at("/advice/plan").forEach(step -> {
            if (step.has("amountUsd") && !step.path("assumed").isEmpty() && !isAnswer(memo, step)) {
                rules.add(step.path("rule").asString());
            }
        });
        return rules;
    }

    /** True when the sum of a step was answered, so that it is not assumed whatever else the step reads. */
    private static boolean isAnswer(JsonNode memo, JsonNode step) {
        double sum = step.path("amountUsd").asDouble();
        return step.path("reads").properties().stream()
                .filter(read -> read.getValue().isNumber() && read.getValue().asDouble() == sum)
                .findFirst()
                .filter(read -> memo.path("answers").has(read.getKey()))
                .isPresent();
    }

    @Test
    void aSumThatWasAnsweredIsNotCalledAssumed() throws Exception {
        String later = """
            {"company": "Coin Mining", "asOf": "2025-06-30", "language": "en", "answers": {
            "mining.hashrateEh": 50, "mining.fleetEfficiencyJPerTh": 16.07, "power.priceUsdPerKwh": 0.056,
            "treasury.cashUsd": 34600000, "treasury.btcHeld": 10500, "treasury.debtUsd": 820300000}}\
            """;
        JsonNode memo = memo(later);

        List<JsonNode> answered = new ArrayList<>();
        memo.at("/advice/plan").forEach(step -> {
            if (step.has("amountUsd") && !step.path("assumed").isEmpty() && isAnswer(memo, step)) {
                answered.add(step);
            }
        });
        assertThat(answered).isNotEmpty();
        byte[] docx = post("/api/v1/advice/memo", later, Memos.DOCX).body();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            for (JsonNode step : answered) {
                assertThat(document.getTables().stream()
                                .flatMap(table -> table.getRows().stream())
                                .map(row -> plain(row.getTableCells().stream()
                                        .map(XWPFTableCell::getText)
                                        .collect(Collectors.joining("|"))))
                                .filter(row ->
                                        row.contains(plain(step.path("text").asString()))))
                        .isNotEmpty()
                        .noneMatch(row -> row.endsWith("assumed"));
            }
        }
    }

    /** The number of rows of reasons in the annex that rest on an assumption. */
    private static int assumedReasons(JsonNode memo) {
        int reasons = 0;
        for (String list : List.of("gates", "evidence")) {
            for (JsonNode item : memo.at("/advice/" + list)) {
                reasons += item.path("assumed").isEmpty() ? 0 : 1;
            }
        }
        return reasons;
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({"en, lower after, put off by", "fr, après, reportée de"})
    void whatIsLeftOutOrTakenForGrantedIsSaidWhereTheFundsStand(String language, String cut, String extension)
            throws Exception {
        JsonNode memo = json(DAY, language);
        String text = plain(String.join("", pages(pdf(DAY, language))));

        assertThat(text).contains(plain(cut + "3"), plain(extension + "12"));
        assertThat(memo.at("/projection/restructuring/extensionMonths").asInt()).isEqualTo(12);
        assertThat(memo.at("/halving/month").asInt()).isEqualTo(17);
        assertThat(text)
                .contains(plain(
                        language.equals("en")
                                ? "The halving of the block subsidy expected in month 17 is left out"
                                : "Le halving attendu au mois 17 n’est pas compté : au cours"));
        String old = COMPANY.formatted("2025-06-30", language);
        assertThat(memo(old).path("halving").isNull()).isTrue();
        assertThat(plain(String.join(
                        "",
                        pages(post("/api/v1/advice/memo", old, "application/pdf")
                                .body()))))
                .doesNotContain(plain(language.equals("en") ? "is left out:" : "n’est pas compté :"));
    }

    @Test
    void theRowsOfTheLiquidityCalendarAddUp() throws Exception {
        byte[] docx = post("/api/v1/advice/memo", indebted("en"), Memos.DOCX).body();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<XWPFTableRow> rows = document.getTables().stream()
                    .filter(table -> table.getText().contains("Debt due, USD"))
                    .findFirst()
                    .orElseThrow()
                    .getRows();
            assertThat(rows).hasSizeGreaterThan(9);
            for (int row = 2; row < rows.size(); row++) {
                double flows = amount(rows.get(row), 1) + amount(rows.get(row), 2) + amount(rows.get(row), 3);
                assertThat(amount(rows.get(row), 4)).isCloseTo(amount(rows.get(row - 1), 4) + flows, within(0.001));
            }
        }
    }

    private static double amount(XWPFTableRow row, int column) {
        return Double.parseDouble(
                plain(row.getCell(column).getText()).replace("−", "-").replace(",", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 15.75, 'In USD million, the building costs 1,800.0 in all: 1,516.5 committed by others and 283.5 of own"
                + " money'",
        "245, 15, 'In USD million, the building costs 2,205.0 in all: 1,874.2 committed by others and 330.8 of own"
                + " money'",
        "200, 0, 'In USD million, the building costs 1,800.0, all of it committed by others.'"
    })
    void theBuildingCostsTheSameInARowAndInASentence(String megawatts, String open, String said) throws Exception {
        String offered = answering(
                        DAY,
                        "\"hosting.contractedMw\": %s, \"hosting.capexUsdPerMw\": 9000000, \"hosting.fundedCapexPercent\": %s"
                                .formatted(megawatts, 100 - Double.parseDouble(open)))
                .replace("SiteMw\": 245", "SiteMw\": 600")
                .replace("85000000", "850000000");

        String text = text(offered);
        assertThat(text).contains(plain(said));
        String own = said.contains("own money") ? "−" + said.replaceAll(".*and ([0-9.]+) of own money.*", "$1") : "0.0";
        assertThat(text).contains(plain("with the building"), own);
    }

    @Test
    void theBridgeLeadsFromTodaysFundsToEverySumThatTheMemoNames() throws Exception {
        JsonNode memo = memo(indebted("en"));
        JsonNode building = memo.at("/bridge/building");
        JsonNode metrics = memo.at("/advice/metrics");

        Map<String, JsonNode> spans = new HashMap<>();
        for (JsonNode span : memo.at("/bridge/spans")) {
            double sum = Stream.of("openingUsd", "miningUsd", "debtDueUsd", "ownShareUsd", "rentUsd")
                    .mapToDouble(flow -> span.path(flow).asDouble())
                    .sum();
            assertThat(sum).isCloseTo(span.path("closingUsd").asDouble(), within(3.0));
            span.path("events")
                    .forEach(event ->
                            spans.put(event.asString() + (span.path("building").asBoolean() ? "+" : ""), span));
        }
        assertThat(memo.at("/options/0/strategy").asString()).isEqualTo("AI_HOSTING");
        assertThat(-closing(spans.get("LOWEST+"))).isEqualTo(capital(memo, "AI_HOSTING"));
        assertThat(-closing(spans.get("LOWEST"))).isEqualTo(capital(memo, "HOLD"));
        assertThat(closing(spans.get("FIRST_RENT+")))
                .isEqualTo(metrics.path("economics.liquidityAtFirstRentUsd").asDouble());
        assertThat(-closing(spans.get("DEBT_DUE")))
                .isEqualTo(metrics.path("economics.debtDueShortfallUsd").asDouble());
        int runsOut = spans.get("RUNS_OUT+").path("month").asInt();
        JsonNode months = memo.at("/advice/calendar/months");
        assertThat(months.path(runsOut).path("closingUsd").asDouble()).isNegative();
        assertThat(months.path(runsOut - 1).path("closingUsd").asDouble()).isNotNegative();
        assertThat(building.path("ownShareUsd").asDouble())
                .isEqualTo(metrics.path("economics.equityNeededUsd").asDouble());
        double gap = building.path("ownShareUsd").asDouble()
                + building.path("loansUsd").asDouble();
        assertThat(gap).isEqualTo(metrics.path("economics.hostingFundingGapUsd").asDouble());
        assertThat(building.path("committedUsd").asDouble() + gap)
                .isEqualTo(building.path("totalUsd").asDouble());
        assertThat(memo(COMPANY.formatted(DAY, "en").replace("FIRM", "QUEUED").replace("85000000", "850000000"))
                        .path("bridge")
                        .isNull())
                .isTrue();
    }

    private static double closing(JsonNode span) {
        return span.path("closingUsd").asDouble();
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({
        "en, Liquid funds then, the liquid funds run out in month 6",
        "fr, Liquidités en fin de mois, sont épuisées au mois 6"
    })
    void theRowsOfTheBridgeAddUpToTheLastDigit(String language, String last, String said) throws Exception {
        byte[] docx =
                post("/api/v1/advice/memo", indebted(language), Memos.DOCX).body();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<XWPFTableRow> rows = document.getTables().stream()
                    .filter(table -> table.getText().contains(last))
                    .findFirst()
                    .orElseThrow()
                    .getRows();
            assertThat(rows).hasSize(5);
            for (XWPFTableRow row : rows.subList(1, rows.size())) {
                List<Double> amounts = Stream.of(1, 2, 3, 4, 5)
                        .map(column ->
                                Double.parseDouble(plain(row.getCell(column).getText())
                                        .replace("−", "-")
                                        .replace(',', '.')))
                        .toList();
                double sum = amounts.subList(0, 4).stream()
                        .mapToDouble(amount -> amount)
                        .sum();
                assertThat(sum).isCloseTo(amounts.get(4), within(0.001));
            }
        }
        String decision = plain(pages(post("/api/v1/advice/memo", indebted(language), "application/pdf")
                        .body())
                .get(0));
        assertThat(decision).contains(plain(said), plain(last), "−203", "529");
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({
        "en, that no lender has committed yet, No lease is signed before",
        "fr, qu’aucun prêteur n’a encore accordés, Aucun bail n’est signé avant"
    })
    void loansThatNobodyHasCommittedAreNamedWithTheSumsThatCountOnThem(
            String language, String counted, String condition) throws Exception {
        JsonNode memo = memo(indebted(language));
        for (JsonNode option : memo.path("options")) {
            double loans = option.at("/liquidity/loansUsd").asDouble();
            double open = memo.at("/advice/metrics/economics.hostingFundingGapUsd")
                            .asDouble()
                    - memo.at("/advice/metrics/economics.equityNeededUsd").asDouble();
            assertThat(loans).isEqualTo(option.at("/liquidity/building").asBoolean() ? open : 0);
        }
        assertThat(text(indebted(language))).contains(plain(counted), plain(condition));

        String funded =
                indebted(language).replace("\"answers\": {", "\"answers\": {\"hosting.fundedCapexPercent\": 80,");
        assertThat(text(funded)).doesNotContain(plain(counted)).contains(plain(condition));
        String open =
                indebted(language).replace("\"answers\": {", "\"answers\": {\"treasury.capitalAccess\": \"OPEN\",");
        assertThat(text(open)).doesNotContain(plain(condition));
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({
        "en, Own share of the building · assumed, Debt due within 12 months, more than the cash",
        "fr, Apport de la société au bâtiment · supposé, Dette exigible sous 12 mois, de plus que la trésorerie"
    })
    void sumsOfThePlanSayOfWhatTheyAreAndWhatCashDoesNotCover(String language, String share, String debt, String beyond)
            throws Exception {
        assertThat(text(indebted(language))).contains(plain(share)).doesNotContain(plain(beyond));

        String coins = indebted(language).replace("btcHeld\": 900", "btcHeld\": 3000");
        assertThat(text(coins)).contains(plain(debt)).containsPattern("35.{2,20}" + plain(beyond));
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({
        "en, Not used for the cost per bitcoin, auditors look twelve months ahead. We assume",
        "fr, Sans effet sur le coût par bitcoin, regardent douze mois devant eux. Nous supposons"
    })
    void assumptionsThatAnAnswerReplacesOrTheFiguresContradictSaySo(String language, String replaced, String doubtful)
            throws Exception {
        assertThat(text(indebted(language))).contains(plain(doubtful)).doesNotContain(plain(replaced));

        String reported = COMPANY.formatted(DAY, language)
                .replace(
                        "\"answers\": {",
                        "\"answers\": {\"mining.reportedCashCostPerBtcUsd\": 50000,"
                                + " \"mining.reportedAllInCostPerBtcUsd\": 55000,")
                .replace("900,", "9000,");
        String text = text(reported);
        assertThat(text.split(plain(replaced), -1)).hasSize(3);
        assertThat(text).doesNotContain(plain(doubtful));
    }

    @Test
    void sharesOfTheCapacityByGradeSayWhichPartHasNoRowOfItsOwn() throws Exception {
        String spread = answering(DAY, "\"regulation.jurisdictions\": {\"US-MS\": 40, \"US-TN\": 30, \"US-TX\": 30}");

        assertThat(text(spread)).contains(plain("70% of the capacity graded as United States (federal)"));
        assertThat(text(COMPANY.formatted(DAY, "en"))).doesNotContain(plain("of the capacity graded as"));
    }

    @Test
    void amountsOfThousandsHaveNoCentsAndDistancesNoDecimals() throws Exception {
        String given = answering(DAY, "\"market.btcPriceUsd\": 59812.36");

        assertThat(text(given)).contains(plain("USD 59,812/BTC")).doesNotContain("59,812.36");
        JsonNode memo = memo(indebted("en"));
        String decision = text(indebted("en"));
        for (JsonNode change : memo.path("changes")) {
            double distance = change.path("distancePercent").asDouble();
            if (distance >= 10) {
                assertThat(decision).contains(Math.round(distance) + "%");
                assertThat(decision).doesNotContain(distance + "%");
            }
        }
    }

    @Test
    void peersOfTheSameCompanyAreCalledThat() throws Exception {
        String alike = """
            {"company": "Acme Mining", "asOf": "2026-11-26", "language": "en", "answers": {
            "regulation.jurisdictions": {"US-NY": 100}, "power.largestSiteMw": 500,
            "hosting.tenantStage": "LETTER_OF_INTENT"}}\
            """;
        List<String> companies = new ArrayList<>();
        memo(alike)
                .at("/peers/nearest")
                .forEach(peer -> companies.add(peer.path("company").asString()));
        int repeated = companies.size() - (int) companies.stream().distinct().count();
        List<String> pages =
                pages(post("/api/v1/advice/memo", alike, "application/pdf").body());
        String annex = plain(String.join("", pages.subList(2, pages.size())));

        assertThat(repeated).isPositive();
        assertThat(annex.split(plain(", the same company as above"), -1)).hasSize(repeated + 1);
    }

    /** The text of all pages, without spaces. */
    private String text(String company) throws Exception {
        return plain(String.join(
                "",
                pages(post("/api/v1/advice/memo", company, "application/pdf").body())));
    }

    @Test
    void theScaleOfFundsThatAreMissingFromTheFirstMonthOnBeginsAtZero() throws Exception {
        String overdue = indebted("en")
                .replace("DueInMonths\": 10", "DueInMonths\": 0")
                .replace("btcHeld\": 900", "btcHeld\": 0");

        byte[] pdf = post("/api/v1/advice/memo", overdue, "application/pdf").body();

        assertThat(pages(pdf).get(0)).containsPattern("USD.0 at the top, −USD.[0-9.]+.million at the bottom");
    }

    @Test
    void theTableOfFiguresSaysWhatIsRecommendedWhatIsBlockedAndWhichMarketValuesAreNotUsed() throws Exception {
        String company = answering(
                DAY,
                "\"market.btcPriceUsd\": 59812, \"treasury.capitalAccess\": \"CLOSED\", \"power.priceUsdPerKwh\":"
                        + " 0.04875");
        JsonNode saved = JSON.readTree(post(
                        "/api/v1/assessments",
                        company.replace(", \"power.priceUsdPerKwh\": 0.049", ""),
                        "application/json")
                .body());
        JsonNode gate = saved.at("/advice/gates/0");

        String csv = new String(
                get("/assessments/" + saved.path("id").asString() + "/figures.csv", "en")
                        .body(),
                StandardCharsets.UTF_8);

        assertThat(csv.lines().filter(line -> line.startsWith("option,") && line.contains(",recommended,")))
                .singleElement()
                .asString()
                .contains(saved.at("/advice/recommendation/strategy").asString());
        assertThat(csv.lines()
                        .filter(line ->
                                line.startsWith("option," + gate.path("blocks").asString())))
                .singleElement()
                .asString()
                .contains(
                        ",blocked,",
                        gate.path("title").asString() + " (" + gate.path("rule").asString() + ")");
        assertThat(csv.lines().filter(line -> line.startsWith("market value,") && line.contains("Not used")))
                .singleElement()
                .asString()
                .contains("market.btcPriceUsd");
        assertThat(plain(csv)).contains(",3.125BTC,", ",USD0.04875/kWh,");
    }

    @OneLanguage
    @ParameterizedTest
    @CsvSource({
        "en, 'fewer points, because “Host AI” is blocked in version 2', the shares in a new recommendation",
        "fr, 'moins de points, parce que « Héberger l’IA » est bloquée dans la version 2', celle des parts dans une"
                + " nouvelle"
    })
    void aRecommendationThatAGateTurnedIsNotExplainedByPointsAlone(String language, String said, String share)
            throws Exception {
        String strained = """
            {"company": "Acme Mining", "asOf": "2026-11-26", "language": "en", "answers": {
            "market.btcPriceUsd": 108274, "market.networkHashrateEh": 940.8, "mining.hashrateEh": 16.8,
            "mining.fleetEfficiencyJPerTh": 16.8, "power.largestSiteMw": 244, "power.priceUsdPerKwh": 0.031,
            "site.conversionMonths": 12, "hosting.tenantStage": "LETTER_OF_INTENT",
            "hosting.tenantCredit": "BACKSTOPPED", "hosting.contractedMw": 168, "hosting.capexUsdPerMw": 10000000,
            "hosting.fundedCapexPercent": 83, "treasury.cashUsd": 62700000, "treasury.btcHeld": 1063,
            "treasury.debtUsd": 172500000, "treasury.marketCapUsd": 4270000000, "treasury.capitalAccess": "OPEN"}}\
            """;
        JsonNode saved = JSON.readTree(
                post("/api/v1/assessments", strained, "application/json").body());
        String id = saved.path("id").asString();
        HttpRequest change = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/assessments/" + id))
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString(
                                "{\"answers\": {\"treasury.capitalAccess\": \"CLOSED\", \"power.priceUsdPerKwh\":"
                                        + " 0.045}}"))
                .build();
        assertThat(client.send(change, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);

        String page = plain(
                new String(get("/assessments/" + id + "/history", language).body(), StandardCharsets.UTF_8));

        assertThat(saved.at("/advice/recommendation/strategy").asString()).isEqualTo("AI_HOSTING");
        assertThat(page).contains(plain(said), plain(share)).containsPattern(">50%</td>");
    }

    private static String answering(String day, String answers) {
        return COMPANY.formatted(day, "en").replace("\"answers\": {", "\"answers\": {" + answers + ",");
    }

    private static String indebted(String language) {
        return COMPANY.formatted(DAY, language)
                .replace("DueIn12MonthsUsd\": 0", "DueIn12MonthsUsd\": 60000000, \"treasury.debtDueInMonths\": 10")
                .replace("85000000", "25000000");
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    @Test
    void aMemoIsForDecisionForAWeekAfterItsMarketValues() throws Exception {
        assertThat(json("2026-12-02", "en").path("draft").isNull()).isTrue();
        assertThat(json("2026-12-03", "en").at("/draft/mostDays").asInt()).isEqualTo(7);
    }

    @Test
    void marketValuesOfTheCompanyItselfMakeNoDraft() throws Exception {
        String given = answering(LATER, "\"market.btcPriceUsd\": 61000, \"market.networkHashrateEh\": 900");

        JsonNode memo = JSON.readTree(
                post("/api/v1/advice/memo", given, "application/json").body());

        assertThat(memo.path("draft").isNull()).isTrue();
        assertThat(memo.at("/validity/until").asString()).isEqualTo("2027-02-08");
    }

    @Test
    void theChartsOfThePdfAreDrawnAndHaveAlternativeTexts() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(DAY, "en"))) {
            List<String> texts = new ArrayList<>();
            figures(document.getDocumentCatalog().getStructureTreeRoot(), texts);

            assertThat(texts)
                    .hasSize(2)
                    .anyMatch(text -> text.startsWith("Bars of the liquid funds") && text.contains("USD"))
                    .anyMatch(text -> text.contains("Host AI: "));
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    private static void figures(PDStructureNode node, List<String> texts) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    texts.add(element.getAlternateDescription());
                }
                figures(element, texts);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thePageSaysWhatTheModelSays(String language) throws Exception {
        String id = saved();
        JsonNode memo =
                JSON.readTree(get("/assessments/" + id + "/memo.json", language).body());

        HttpResponse<byte[]> reply = get("/assessments/" + id + "/memo", language);

        assertThat(reply.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        String page = new String(reply.body(), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("<html lang=\"" + language + "\"", "/assessments/" + id + "/memo.pdf")
                .containsPattern("<svg[^>]* aria-details=\"[^\"]+\"[^>]*><title>[^<]{20,}</title>");
        String text = plain(page.replaceAll("<[^>]*>", "").replace("&amp;", "&").replace("&#39;", "'"));
        assertThat(text)
                .contains(plain(memo.path("resolution").asString()))
                .contains(plain(memo.at("/advice/plan/0/text").asString()))
                .contains(memo.at("/receipt/hash").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thePageNamesAmountsWhereATableIsStackedAndHasNoEmptyNotice(String language) throws Exception {
        String page =
                new String(get("/assessments/" + saved() + "/memo", language).body(), StandardCharsets.UTF_8);

        assertThat(page).doesNotContain("class=\"notices\"");
        String months = page.substring(page.indexOf("id=\"months-table\""));
        String row = months.substring(months.indexOf("<tbody>"), months.indexOf("</tr>", months.indexOf("<tbody>")));
        assertThat(row.split("data-label=\"[^\"]+\"", -1)).hasSize(7);
        assertThat(page).doesNotContain("<td class=\"points\">", "<td class=\"source\">", "<td class=\"survival\">");
    }

    @Test
    void theResolutionNamesTheOfferAndWithoutATenantDecidesToLookForOne() throws Exception {
        String company = COMPANY.formatted(DAY, "en")
                .replace("\"treasury.cashUsd\": 85000000", "\"treasury.cashUsd\": 850000000");
        String offered = company.replace("\"BACKSTOPPED\",", "\"BACKSTOPPED\", \"hosting.contractedMw\": 120,");
        String stage = "\"LETTER_OF_INTENT\", \"hosting.tenantCredit\": \"BACKSTOPPED\"";
        String assumed = company.replace("\"hosting.tenantStage\": " + stage + ",", "");

        assertThat(resolution(offered)).contains("leases 120\u00a0MW of capacity to AI tenants");
        assertThat(json(DAY, "fr").path("resolution").asString()).contains("Pour Acme Mining, le conseil ");
        assertThat(assumed).isNotEqualTo(company);
        assertThat(resolution(company.replace(stage, "\"NONE\""))).contains("looks for an AI tenant");
        assertThat(resolution(assumed)).contains("looks for an AI tenant");
    }

    private String resolution(String company) throws Exception {
        return memo(company).path("resolution").asString();
    }

    private JsonNode memo(String company) throws Exception {
        return JSON.readTree(
                post("/api/v1/advice/memo", company, "application/json").body());
    }

    @Test
    void aMemoOfADayOfThePastSaysWhenItWasWrittenAndMarksItsOwnPeers() throws Exception {
        String past = COMPANY.formatted("2025-06-30", "en").replace("Acme Mining", "Hut 8 Corp");
        String text = String.join(
                "", pages(post("/api/v1/advice/memo", past, "application/pdf").body()));

        assertThat(text).contains("Retrospective: this memo advises for 30");
        assertThat(pages(pdf(DAY, "en")).get(0)).doesNotContain("Retrospective");
        assertThat(memo(past).at("/runnerUp/strategy").asString()).isNotEqualTo("RESTRUCTURE");
    }

    @Test
    void thePageForVerificationComparesPagesAndReceipt() throws Exception {
        byte[] pdf = pdf(DAY, "fr");

        assertThat(upload(pdf)).contains("Reproduced").doesNotContain("Not reproduced");
        assertThat(upload(SealedPdf.read(pdf).receipt().getBytes(StandardCharsets.UTF_8)))
                .contains("its hash is right")
                .doesNotContain("Not reproduced");
        assertThat(upload(changed(pdf, MemoTests::write)))
                .contains("Not reproduced", "The text of its pages was changed", "on page 1", "No risk at all");
        assertThat(upload("no receipt".getBytes(StandardCharsets.UTF_8))).contains("neither a memo");
    }

    @Test
    void anAssessmentOfALostEditionIsExplained() throws Exception {
        String id = saved();
        JsonNode receipt = JSON.readTree(
                get("/api/v1/assessments/" + id + "/receipt", "en").body());
        StoreFaults.loseEdition(store, id, receipt.path("rulebook").asString());

        HttpResponse<byte[]> page = get("/assessments/" + id + "/memo.pdf", "fr");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("sha256:0000", "règles");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    }

    @Test
    void numbersReasonsAndAssumptionsAreATable() throws Exception {
        String id = saved();
        JsonNode memo =
                JSON.readTree(get("/assessments/" + id + "/memo.json", "en").body());

        String csv = new String(get("/assessments/" + id + "/figures.csv", "en").body(), StandardCharsets.UTF_8);

        assertThat(csv.lines().findFirst().orElse("")).startsWith("Part,Id,Name,Value");
        assertThat(csv)
                .contains("answer,treasury.cashUsd,", ",85000000,")
                .contains("market value,market.btcPriceUsd,")
                .contains("assumption," + memo.at("/advice/assumptions/0/id").asString())
                .contains("reason," + memo.at("/advice/evidence/0/rule").asString());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                get("/assessments/" + id + "/figures.xlsx", "en").body()))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum() + 1L).isEqualTo(csv.lines().count());
            assertThat(sheet.getRow(1).getCell(6).getCellType()).isEqualTo(CellType.NUMERIC);
        }
    }

    @Test
    void withoutAMarketValueNothingIsComparedWithIt() throws Exception {
        String id = saved(COMPANY.replace(
                "\"treasury.marketCapUsd\": 900000000", "\"company.listed\": false, \"treasury.marketCapUsd\": 0"));

        String csv = new String(get("/assessments/" + id + "/figures.csv", "en").body(), StandardCharsets.UTF_8);
        String page = new String(get("/assessments/" + id, "en").body(), StandardCharsets.UTF_8);

        assertThat(csv).containsPattern("economics.mnav,[^,]+,,no market value,");
        assertThat(page)
                .containsPattern("\\(basic mNAV\\)</th>\\s*<td[^>]*>no market value</td>")
                .doesNotContain("Debt to market capitalisation</th>");
    }

    private String saved() throws Exception {
        return saved(COMPANY);
    }

    private String saved(String company) throws Exception {
        byte[] body = post("/api/v1/assessments", company.formatted(DAY, "en"), "application/json")
                .body();
        return JSON.readTree(body).path("id").asString();
    }

    private String upload(byte[] file) {
        return upload(file, "en");
    }

    private String upload(byte[] file, String language) {
        return new HttpTestClient(port)
                .sending("Accept-Language", language)
                .upload("/verify", "memo.pdf", file)
                .body();
    }

    private static void write(PDDocument document) throws IOException {
        try (var page =
                new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
            page.beginText();
            page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            page.showText("No risk at all");
            page.endText();
        }
    }

    private static void writeAndSealAnew(PDDocument document) throws IOException {
        write(document);
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        document.getDocumentInformation().setCustomMetadataValue("TextDigest", Sha256.prefixed(text));
    }

    /** A white rectangle over what is said. */
    private static void cover(PDDocument document) throws IOException {
        try (var page =
                new PDPageContentStream(document, document.getPage(1), PDPageContentStream.AppendMode.APPEND, true)) {
            page.setNonStrokingColor(1f, 1f, 1f);
            page.addRect(50, 50, 400, 600);
            page.fill();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1:A9)"})
    void textThatLooksLikeAFormulaStaysTextInTheTableOfFigures(String text) throws Exception {
        JsonNode receipt = JSON.readTree(
                get("/api/v1/assessments/" + saved() + "/receipt", "en").body());
        ((ObjectNode) receipt.at("/market/indicators/market.btcPriceUsd")).put("source", text);
        Receipt changed = Receipt.parse(receipt.toString());

        String csv = new String(memos.csv(changed, Language.EN), StandardCharsets.UTF_8);

        assertThat(csv).contains(",'" + text + ",").doesNotContain("," + text + ",");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(memos.workbook(changed, Language.EN)))) {
            List<Cell> cells = new ArrayList<>();
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().equals(text)) {
                            cells.add(cell);
                        }
                    }));
            assertThat(cells).hasSize(1);
        }
    }

    @Test
    void aMemoOnOldMarketValuesIsADraft() throws Exception {
        JsonNode memo = json(LATER, "fr");

        assertThat(memo.path("language").asString()).isEqualTo("fr");
        assertThat(memo.at("/draft/ageDays").asInt())
                .isGreaterThan(memo.at("/draft/mostDays").asInt());
        assertThat(memo.at("/validity/until").isNull()).isTrue();
    }

    @Test
    void theMemoOfASavedAssessmentIsThatOfItsReceiptInTheLanguageOfTheReader() throws Exception {
        JsonNode saved = JSON.readTree(post("/api/v1/assessments", COMPANY.formatted(DAY, "en"), "application/json")
                .body());

        JsonNode memo = JSON.readTree(get("/assessments/" + saved.path("id").asString() + "/memo.json", "fr")
                .body());

        assertThat(memo.path("language").asString()).isEqualTo("fr");
        assertThat(memo.path("resolution").asString()).startsWith("Pour ").contains(", le conseil décide");
        assertThat(memo.at("/receipt/hash")).isEqualTo(saved.at("/receipt/hash"));
        assertThat(memo.at("/receipt/assessment")).isEqualTo(saved.path("id"));
        SealedPdf.Seal pdf =
                SealedPdf.read(get("/assessments/" + saved.path("id").asString() + "/memo.pdf", "fr")
                        .body());
        assertThat(pdf.flaws()).isEmpty();
        assertThat(JSON.readTree(pdf.receipt())).isEqualTo(saved.path("receipt"));
    }

    @Test
    void theMemoOfTheLinkToReadDoesNotNameTheAssessmentAndIsVerified(@TempDir Path folder) throws Exception {
        JsonNode saved = JSON.readTree(post("/api/v1/assessments", COMPANY.formatted(DAY, "en"), "application/json")
                .body());
        String id = saved.path("id").asString();
        String read = saved.at("/links/read").asString();

        byte[] pdf = get(read + "/memo.pdf", "fr").body();
        byte[] json = get(read + "/memo.json", "en").body();

        assertThat(SealedPdf.read(pdf).receipt()).contains("Acme Mining").doesNotContain(id);
        assertThat(String.join("", pages(pdf))).doesNotContain(id);
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain(id);
        Path file = folder.resolve("memo.pdf");
        Files.write(file, pdf);
        assertThat(verify(file)).isEqualTo("0 reproduced\n");
    }

    @Test
    void thePdfIsTaggedForReadersAndArchivesAndHasItsReceiptAttached() throws Exception {
        byte[] pdf = pdf(DAY, "en");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Board memo for Acme Mining: ");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .containsPattern("pdfuaid:part\\W+1")
                    .containsPattern("pdfaid:part\\W+3");
            assertThat(bookmarks(document))
                    .startsWith("Resolution", "The four options")
                    .contains("Annex");
            assertThat(fonts(document)).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
        SealedPdf.Seal seal = SealedPdf.read(pdf);
        assertThat(seal.flaws()).isEmpty();
        assertThat(JSON.readTree(seal.receipt()).path("company").asString()).isEqualTo("Acme Mining");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thePdfHasTwoPagesAndAnAnnexAndSaysWhatTheModelSays(String language) throws Exception {
        JsonNode memo = json(DAY, language);
        byte[] pdf = pdf(DAY, language);

        List<String> pages = pages(pdf);
        assertThat(pages).allMatch(page -> page.contains("Acme Mining") && page.contains(" sha256:"));
        assertThat(plain(pages.get(0))).contains(plain(memo.path("resolution").asString()));
        assertThat(plain(pages.get(0)))
                .contains(plain(memo.at("/advice/recommendation/headline").asString()));
        String firstTwo = plain(pages.get(0) + pages.get(1));
        assertThat(firstTwo)
                .contains(plain(memo.at("/advice/plan/0/text").asString()))
                .contains(plain(memo.at("/peers/nearest/0/company").asString()));
        assertThat(pages.get(2)).contains(language.equals("en") ? "Annex" : "Annexe");
        String annex = plain(String.join("", pages.subList(2, pages.size())));
        assertThat(annex)
                .contains(plain(memo.at("/receipt/command").asString()))
                .contains("Hashwise" + memo.at("/receipt/engine").asString());
        memo.at("/advice/evidence")
                .forEach(item ->
                        assertThat(annex).contains(plain(item.path("text").asString())));
    }

    /** A memo whose decision is longer: the French one would take a third page with as many steps and peers as others have. */
    @OneLanguage
    @ParameterizedTest
    @CsvSource({"en, Annex", "fr, Annexe"})
    void aLongDecisionTakesTwoPagesAsWell(String language, String annex) throws Exception {
        JsonNode memo = JSON.readTree(post("/api/v1/advice/memo", indebted(language), "application/json")
                .body());
        List<String> pages = pages(post("/api/v1/advice/memo", indebted(language), "application/pdf")
                .body());

        assertThat(pages.get(2)).contains(annex);
        String firstTwo = plain(pages.get(0) + pages.get(1));
        for (int step = 0; step < 5; step++) {
            assertThat(firstTwo)
                    .contains(plain(memo.at("/advice/plan/" + step + "/text").asString()));
        }
        String whole = plain(String.join("", pages));
        memo.at("/advice/plan")
                .forEach(step ->
                        assertThat(whole).contains(plain(step.path("text").asString())));
        memo.at("/peers/nearest")
                .forEach(peer -> assertThat(whole)
                        .contains(plain(peer.path("company").asString()))
                        .contains(plain(peer.at("/did/source").asString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noPageIsNearlyEmpty(String language) throws Exception {
        for (String company : List.of(COMPANY.formatted(DAY, language), indebted(language))) {
            byte[] pdf = post("/api/v1/advice/memo", company, "application/pdf").body();

            assertThat(PageFill.of(pdf)).hasSizeGreaterThan(2).allMatch(fill -> fill >= PageFill.LEAST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void rangesOfNumbersStayOnOneLine(String language) throws Exception {
        String text = documents
                .of(model(Language.ofCode(language).orElseThrow()), false)
                .getDocumentElement()
                .getTextContent();
        String to = language.equals("en") ? "to" : "à";

        assertThat(text).containsPattern("[0-9]\u00a0" + to + "\u00a0[0-9]");
        assertThat(text).doesNotContainPattern("[0-9](\u202f?%)?[\\s\u00a0]*[ \n]" + to + "[\\s\u00a0]+[0-9]");
        assertThat(text).doesNotContainPattern("[0-9](\u202f?%)?[\\s\u00a0]+" + to + "[ \n]+[0-9]");
    }

    /** A trigger that is seen on few paths says so, and how long money lasts after it only where that is known. */
    @OneLanguage
    @ParameterizedTest
    @CsvSource({
        "en, rarely: on 3% of the paths, '5% of the paths, from month 2 on, typically in month 6', on none of them,"
                + " misses a payment",
        "fr, rarement : sur 3 % des trajectoires, '5 % des trajectoires, à partir du mois 2, en général au mois 6',"
                + " sur aucune d’elles, manquer un paiement"
    })
    void aTriggerSaysHowOftenItIsSeenAndHowLongMoneyLastsThen(
            String language, String rarely, String seen, String never, String lead) {
        Memo memo = model(Language.ofCode(language).orElseThrow());
        assertThat(memo.projection()).isNotNull();

        assertThat(trigger(memo, 3, 6, 4)).contains(plain(rarely)).doesNotContain(plain(lead));
        assertThat(trigger(memo, 5, 6, 4)).contains(plain(seen), plain(lead));
        assertThat(trigger(memo, 5, 6, null)).contains(plain(seen)).doesNotContain(plain(lead));
        int last = memo.projection().months();
        assertThat(trigger(memo, 40, last - 4, 4)).contains(plain(lead));
        assertThat(trigger(memo, 40, last - 3, 4)).doesNotContain(plain(lead));
        assertThat(trigger(memo, 0, null, null)).contains(plain(never)).doesNotContain(plain(lead));
    }

    /** The sentence of the memo about a trigger beside its strategy. */
    private String trigger(Memo memo, double percent, Integer median, Integer lead) {
        Memo.Trigger trigger = new Memo.Trigger(
                "market.btcPriceUsd",
                "BELOW",
                40_000,
                2,
                Strategy.RESTRUCTURE,
                0,
                percent,
                median == null ? null : 2,
                median,
                42_000,
                lead);
        Memo alone = new Memo(
                memo.company(),
                memo.asOf(),
                memo.language(),
                memo.draft(),
                memo.resolution(),
                memo.certainty(),
                memo.validity(),
                memo.options(),
                memo.runnerUp(),
                memo.changes(),
                List.of(trigger),
                memo.projection(),
                memo.halving(),
                memo.bridge(),
                memo.peers(),
                memo.answers(),
                memo.missing(),
                memo.market(),
                memo.receipt(),
                memo.advice());
        NodeList tables = documents.of(alone, false).getElementsByTagName("table");
        return IntStream.range(0, tables.getLength())
                .mapToObj(place -> (Element) tables.item(place))
                .filter(table -> table.getAttribute("class").equals("triggers"))
                .map(table -> plain(table.getTextContent()))
                .findFirst()
                .orElseThrow();
    }

    private Memo model(Language language) {
        return memos.of(
                memos.receipt(new Consultation.Request("Acme Mining", LocalDate.parse(DAY), language, Answers.none())),
                language);
    }

    @Test
    void aDraftSaysSoOnItsFirstPage() throws Exception {
        assertThat(pages(pdf(LATER, "en")).get(0)).contains("Draft: the market values of 25 November 2026");
        assertThat(pages(pdf(DAY, "en")).get(0)).doesNotContain("Draft:");
    }

    @Test
    void theCommandVerifiesAMemoAndNamesWhatIsWrongWithAnother(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("memo.pdf");
        byte[] sealed = pdf(DAY, "fr");

        Files.write(file, sealed);
        assertThat(verify(file)).isEqualTo("0 reproduced\n");

        Files.write(file, changed(sealed, MemoTests::write));
        assertThat(verify(file))
                .startsWith("1 ")
                .contains("The text of the pages was changed")
                .doesNotStartWith("1 reproduced");

        Files.write(file, changed(sealed, MemoTests::writeAndSealAnew));
        assertThat(verify(file))
                .matches("(?s)1 page 1: “.*No risk at all.*” in the memo, “.*” in the memo made again from its"
                        + " receipt.*")
                .contains("The attached receipt by itself is reproduced");

        Files.write(file, changed(sealed, MemoTests::cover));
        assertThat(verify(file)).startsWith("1 page 2: something else is drawn");

        Files.write(
                file, changed(sealed, document -> document.getDocumentCatalog().setNames(null)));
        assertThat(verify(file)).startsWith("1 No receipt is attached");
    }

    static Stream<Arguments> changesBesideThePages() {
        return Stream.of(
                arguments(MemoPart.TITLE, 0, information("Title")),
                arguments(MemoPart.AUTHOR, 0, information("Author")),
                arguments(MemoPart.SUBJECT, 0, information("Subject")),
                arguments(MemoPart.KEYWORDS, 0, information("Keywords")),
                arguments(MemoPart.PROPERTIES, 0, information("Note")),
                arguments(MemoPart.METADATA, 0, (PdfEdit) MemoTests::nameOtherwiseInTheMetadata),
                arguments(MemoPart.LANGUAGE, 0, (PdfEdit)
                        document -> catalog(document).setString(COSName.LANG, "Gains")),
                arguments(MemoPart.BOOKMARK, 0, (PdfEdit)
                        document -> outline(document).getFirstChild().setTitle("Gains")),
                arguments(MemoPart.BOOKMARK, 0, (PdfEdit) document -> {
                    PDOutlineItem item = new PDOutlineItem();
                    item.setTitle("Gains");
                    outline(document).addLast(item);
                }),
                arguments(MemoPart.BOOKMARK_TARGET, 0, (PdfEdit)
                        document -> outline(document).getFirstChild().setDestination(document.getPage(3))),
                arguments(MemoPart.ALTERNATIVE_TEXT, 1, (PdfEdit)
                        document -> firstFigure(document).setAlternateDescription("Gains")),
                arguments(MemoPart.ALTERNATIVE_TEXT, 1, (PdfEdit)
                        document -> firstFigure(document).setActualText("Gains")),
                arguments(MemoPart.TAGS, 1, (PdfEdit)
                        document -> firstFigure(document).setTitle("Gains")),
                arguments(MemoPart.ATTACHMENT, 0, (PdfEdit)
                        document -> attachment(document).setFileDescription("Gains")),
                arguments(MemoPart.ATTACHMENT, 0, (PdfEdit)
                        document -> attachment(document).setFileUnicode("Gains")),
                arguments(MemoPart.ANNOTATION, 2, (PdfEdit) document -> {
                    PDAnnotationText note = new PDAnnotationText();
                    note.setContents("Gains");
                    document.getPage(1).getAnnotations().add(note);
                }),
                arguments(MemoPart.FORM, 0, (PdfEdit) document -> {
                    PDAcroForm form = new PDAcroForm(document);
                    PDTextField field = new PDTextField(form);
                    field.setPartialName("Gains");
                    form.setFields(List.of(field));
                    document.getDocumentCatalog().setAcroForm(form);
                }),
                arguments(MemoPart.ACTION, 0, (PdfEdit)
                        document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("Gains"))),
                arguments(MemoPart.ACTION, 0, (PdfEdit) document -> {
                    COSDictionary actions = new COSDictionary();
                    actions.setItem("WC", new PDActionJavaScript("Gains").getCOSObject());
                    catalog(document).setItem(COSName.AA, actions);
                }),
                arguments(MemoPart.ACTION, 0, (PdfEdit) document -> {
                    COSArray scripts = new COSArray();
                    scripts.add(new COSString("Gains"));
                    scripts.add(new PDActionJavaScript("Gains").getCOSObject());
                    COSDictionary tree = new COSDictionary();
                    tree.setItem(COSName.NAMES, scripts);
                    catalog(document).getCOSDictionary(COSName.NAMES).setItem(COSName.JAVA_SCRIPT, tree);
                }),
                arguments(MemoPart.PAGE_LABEL, 0, (PdfEdit) document -> {
                    PDPageLabelRange range = new PDPageLabelRange();
                    range.setPrefix("Gains");
                    PDPageLabels labels = new PDPageLabels(document);
                    labels.setLabelItem(0, range);
                    document.getDocumentCatalog().setPageLabels(labels);
                }));
    }

    @ParameterizedTest
    @MethodSource("changesBesideThePages")
    void whatAReaderSeesOrHearsBesideThePagesIsComparedToo(MemoPart place, int page, PdfEdit change) throws Exception {
        byte[] sealed = pdf(DAY, "en");

        MemoDifference difference = PdfComparison.first(changed(sealed, change), sealed);

        assertThat(difference).isNotNull();
        assertThat(difference.place()).isEqualTo(place);
        assertThat(difference.page()).isEqualTo(page);
        if (place != MemoPart.BOOKMARK_TARGET) {
            assertThat(difference.given()).contains("Gains");
        }
        assertThat(difference.made()).doesNotContain("Gains");
    }

    @Test
    void aMemoThatWasOnlySavedAgainIsNoDifferent() throws Exception {
        byte[] sealed = pdf(DAY, "en");

        assertThat(PdfComparison.first(changed(sealed, document -> {}), sealed)).isNull();
    }

    @Test
    void aFontThatDrawsOtherCharactersIsADifference() throws Exception {
        byte[] sealed = pdf(DAY, "en");
        byte[] altered = changed(sealed, document -> {
            COSStream font = ((PDType0Font) fonts(document).get(0))
                    .getDescendantFont()
                    .getFontDescriptor()
                    .getFontFile2()
                    .getCOSObject();
            byte[] file;
            try (InputStream content = font.createInputStream()) {
                file = content.readAllBytes();
            }
            file[file.length / 2] ^= 1;
            try (OutputStream content = font.createOutputStream(COSName.FLATE_DECODE)) {
                content.write(file);
            }
        });

        MemoDifference difference = PdfComparison.first(altered, sealed);

        assertThat(difference).isNotNull();
        assertThat(difference.place()).isEqualTo(MemoPart.DRAWING);
    }

    @Test
    void aChangeBesideThePagesIsToldByTheCommandAndThePage(@TempDir Path folder) throws Exception {
        byte[] sealed = pdf(DAY, "fr");
        String title;
        try (PDDocument document = Loader.loadPDF(sealed)) {
            title = document.getDocumentInformation().getTitle();
        }
        byte[] renamed = changed(sealed, information("Title"));
        Path file = Files.write(folder.resolve("memo.pdf"), renamed);

        assertThat(verify(file))
                .startsWith("1 the title of the document properties: “Gains” in the memo, “" + title + "” in the memo")
                .contains("The attached receipt by itself is reproduced");
        assertThat(upload(renamed)).contains("the title of the document properties", "“Gains”; made again: “" + title);
        assertThat(upload(changed(sealed, document -> firstFigure(document).setActualText("Gains"))))
                .contains("which screen readers read out, on page 1. In the file: “Gains”; made again: nothing.");
    }

    private static PdfEdit information(String key) {
        return document -> document.getDocumentInformation().setCustomMetadataValue(key, "Gains");
    }

    private static void nameOtherwiseInTheMetadata(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String title = document.getDocumentInformation().getTitle();
        assertThat(xmp).contains(title);
        metadata.importXMPMetadata(xmp.replace(title, "Gains").getBytes(StandardCharsets.UTF_8));
    }

    private static COSDictionary catalog(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject();
    }

    private static PDDocumentOutline outline(PDDocument document) {
        return document.getDocumentCatalog().getDocumentOutline();
    }

    private static PDComplexFileSpecification attachment(PDDocument document) throws IOException {
        return document.getDocumentCatalog().getNames().getEmbeddedFiles().getValue("receipt.json");
    }

    private static PDStructureElement firstFigure(PDDocument document) {
        Deque<PDStructureNode> open = new ArrayDeque<>();
        open.add(document.getDocumentCatalog().getStructureTreeRoot());
        while (true) {
            for (Object kid : open.remove().getKids()) {
                if (kid instanceof PDStructureElement element) {
                    if (element.getStructureType().equals("Figure")) {
                        return element;
                    }
                    open.add(element);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aDocxAndABrokenPdfAreNamedAsWhatTheyAre(String language, @TempDir Path folder) throws Exception {
        byte[] docx = post("/api/v1/advice/memo", COMPANY.formatted(DAY, language), Memos.DOCX)
                .body();
        byte[] broken = "%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII);
        Path document = Files.write(folder.resolve("memo.docx"), docx);
        Path pdf = Files.write(folder.resolve("memo.pdf"), broken);
        Path named = Files.writeString(folder.resolve("named.pdf"), "hello");

        assertThat(verify(document)).startsWith("2 " + document + " is a DOCX.").contains("no seal");
        assertThat(verify(pdf)).startsWith("2 " + pdf + " is a PDF that cannot be read");
        assertThat(verify(named)).startsWith("2 " + named + " is a PDF that cannot be read");
        boolean english = language.equals("en");
        String heading = english ? "This file cannot be verified" : "Ce fichier ne peut pas être vérifié";
        assertThat(upload(docx, language)).contains(heading, english ? "It is a DOCX" : "un fichier DOCX");
        assertThat(upload(broken, language)).contains(heading, english ? "PDF that cannot be" : "un PDF illisible");
    }

    @ParameterizedTest
    @CsvSource({"en, Replies are", "fr, Les réponses sont"})
    void anotherFormatIsRefusedWithThoseThatThereAre(String language, String replies) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/advice/memo"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(COMPANY.formatted(DAY, language)))
                .build();

        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(406);
        assertThat(reply.body()).contains(replies, "application/json", "application/pdf", Memos.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theDocxHasHeadingsAndHeaderRowsAndSaysThatItHasNoSeal(String language) throws Exception {
        JsonNode memo = json(DAY, language);
        try (XWPFDocument document = docx(language)) {
            assertThat(document.getParagraphs().get(0).getText())
                    .contains(language.equals("en") ? "Edited copies lose the seal" : "perd le sceau");
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getStyle)
                    .contains("Heading1", "Heading2", "Heading3", "ListBullet");
            XWPFTable options = document.getTables().get(1);
            assertThat(options.getRow(0).isRepeatHeader()).isTrue();
            assertThat(options.getRows()).hasSize(5);
            assertThat(options.getCTTbl().getTblPr().getTblCaption().getVal()).isNotEmpty();
            assertThat(plain(document.getTables().get(0).getText()))
                    .contains(plain(memo.path("resolution").asString()));
            assertThat(document.getStyles().getDefaultRunStyle()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theChartsOfTheDocxAreVectorsAndImagesWithAlternativeTexts(String language) throws Exception {
        try (XWPFDocument document = docx(language)) {
            List<String> texts = new ArrayList<>();
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                for (XWPFRun run : paragraph.getRuns()) {
                    for (XWPFPicture picture : run.getEmbeddedPictures()) {
                        texts.add(picture.getDescription());
                        assertThat(picture.getPictureData()).isNotNull();
                        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                                picture.getPictureData().getData()));
                        assertThat(dark(image)).as("share of what is drawn").isBetween(0.003, 0.9);
                    }
                }
            }
            assertThat(texts).filteredOn(text -> text.length() > 80).hasSize(2);
            assertThat(texts)
                    .filteredOn(String::isEmpty)
                    .as("lines of the legend")
                    .hasSize(4);
            assertThat(document.getPackage().getPartsByContentType("image/svg+xml"))
                    .hasSize(texts.size())
                    .allSatisfy(
                            part -> assertThat(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                                    .containsPattern("<(rect|polyline) "));
        }
    }

    private static double dark(BufferedImage image) {
        long dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark += (image.getRGB(x, y) & 0xff) < 0xd0 ? 1 : 0;
            }
        }
        return (double) dark / image.getWidth() / image.getHeight();
    }

    @Test
    void columnsOfNumbersAreNarrowerThanColumnsOfTextInTheDocx() throws Exception {
        try (XWPFDocument document = docx("en")) {
            int room = 11906 - 2 * 850;
            for (XWPFTable table : document.getTables()) {
                List<Integer> widths = table.getRow(0).getTableCells().stream()
                        .map(XWPFTableCell::getWidth)
                        .toList();
                assertThat(widths.stream().mapToInt(Integer::intValue).sum()).isBetween(room / 2, room);
            }
            int sum = document.getTables().stream()
                    .map(table -> table.getRow(0).getTableCells())
                    .filter(cells -> cells.get(cells.size() - 1).getText().equals("Sum"))
                    .mapToInt(cells -> cells.get(cells.size() - 1).getWidth())
                    .findFirst()
                    .orElseThrow();
            assertThat(sum).as("twips for USD 8.4 million in a wide font").isGreaterThan(1700);
            List<XWPFTableCell> options = document.getTables().get(1).getRow(0).getTableCells();
            assertThat(2 * options.get(1).getWidth())
                    .isLessThan(options.get(options.size() - 1).getWidth());
        }
    }

    private static String verify(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Commands.in("verify")
                .orElseThrow()
                .run(List.of(file.toString()), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private interface PdfEdit {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] changed(byte[] pdf, PdfEdit change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.apply(document);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static List<String> bookmarks(PDDocument document) {
        List<String> titles = new ArrayList<>();
        document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
        return titles;
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", "");
    }

    private byte[] pdf(String day, String language) throws Exception {
        HttpResponse<byte[]> reply = post("/api/v1/advice/memo", COMPANY.formatted(day, language), "application/pdf");
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/pdf");
        return reply.body();
    }

    private XWPFDocument docx(String language) throws Exception {
        byte[] docx = post("/api/v1/advice/memo", COMPANY.formatted(DAY, language), Memos.DOCX)
                .body();
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    private JsonNode json(String day, String language) throws Exception {
        HttpResponse<byte[]> reply = post("/api/v1/advice/memo", COMPANY.formatted(day, language), "application/json");
        assertThat(reply.statusCode())
                .as(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    /** The reply; that about an advice depends on nothing but its request, and is asked for once. */
    private HttpResponse<byte[]> post(String path, String body, String accept) throws Exception {
        String request = String.join("\n", path, accept, body);
        HttpResponse<byte[]> reply = REPLIES.get(request);
        if (reply == null) {
            reply = send(path, body, accept);
            if (path.startsWith("/api/v1/advice")) {
                REPLIES.put(request, reply);
            }
        }
        return reply;
    }

    private HttpResponse<byte[]> send(String path, String body, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path, String language) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", language)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
