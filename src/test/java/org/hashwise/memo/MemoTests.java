package org.hashwise.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.hashwise.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            "treasury.debtDueIn12MonthsUsd": 0, "treasury.marketCapUsd": 900000000}}""";
    private static final String DAY = "2026-11-26";
    private static final String LATER = "2027-02-01";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

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
        assertThat(memo.path("resolution").asString()).startsWith("Le conseil décide");
        assertThat(memo.at("/receipt/hash")).isEqualTo(saved.at("/receipt/hash"));
        assertThat(memo.at("/receipt/assessment")).isEqualTo(saved.path("id"));
        SealedPdf.Reading pdf =
                SealedPdf.read(get("/assessments/" + saved.path("id").asString() + "/memo.pdf", "fr")
                        .body());
        assertThat(pdf.flaws()).isEmpty();
        assertThat(JSON.readTree(pdf.receipt())).isEqualTo(saved.path("receipt"));
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
        SealedPdf.Reading seal = SealedPdf.read(pdf);
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
        memo.at("/advice/evidence")
                .forEach(item ->
                        assertThat(annex).contains(plain(item.path("text").asString())));
    }

    @Test
    void aDraftSaysSoOnItsFirstPage() throws Exception {
        assertThat(pages(pdf(LATER, "en")).get(0)).contains("Draft: the market values of 25 November 2026");
        assertThat(pages(pdf(DAY, "en")).get(0)).doesNotContain("Draft:");
    }

    @Test
    void theCommandVerifiesAMemoAndNamesWhatIsWrongWithAnother(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("memo.pdf");

        Files.write(file, pdf(DAY, "fr"));
        assertThat(verify(file)).isEqualTo("0 reproduced\n");

        Files.write(file, changed(pdf(DAY, "fr"), document -> {
            try (var page = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                page.beginText();
                page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                page.showText("No risk at all");
                page.endText();
            }
        }));
        assertThat(verify(file))
                .startsWith("1 ")
                .contains("The text of the pages was changed")
                .doesNotStartWith("1 reproduced");

        Files.write(
                file,
                changed(
                        pdf(DAY, "fr"),
                        document -> document.getDocumentCatalog().setNames(null)));
        assertThat(verify(file)).startsWith("1 No receipt is attached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theDocxHasHeadingsAndHeaderRowsAndSaysThatItHasNoSeal(String language) throws Exception {
        JsonNode memo = json(DAY, language);
        byte[] docx = post("/api/v1/advice/memo", COMPANY.formatted(DAY, language), Memos.DOCX)
                .body();

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
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

    private static String verify(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Commands.in("verify")
                .orElseThrow()
                .run(List.of(file.toString()), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] changed(byte[] pdf, Change change) throws IOException {
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

    private JsonNode json(String day, String language) throws Exception {
        HttpResponse<byte[]> reply = post("/api/v1/advice/memo", COMPANY.formatted(day, language), "application/json");
        assertThat(reply.statusCode())
                .as(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private HttpResponse<byte[]> post(String path, String body, String accept) throws Exception {
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
