package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.Hashwise;
import org.hashwise.HttpTestClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Screening as a visitor does it without scripts: choose a file, check its columns, read and download the table. */
@SpringBootTest(classes = Hashwise.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestAccounts.Open.class)
class ScreeningPageTests {

    private final HttpTestClient browser;

    ScreeningPageTests(@LocalServerPort int port) {
        browser = new HttpTestClient(port);
    }

    @Test
    void aWorkbookWithHeadersInOwnWordsBecomesATable() throws Exception {
        HttpResponse<String> check = upload("companies.xlsx", workbook());
        String address = check.uri().getPath();

        assertThat(check.statusCode()).isEqualTo(200);
        assertThat(check.body())
                .contains("companies.xlsx: 3 companies", "The header “Energy of our sites”")
                .contains("<option value=\"treasury.cashUsd\" selected=\"selected\">")
                .doesNotContain("th:", "??");
        HttpResponse<String> again = form(
                address,
                check,
                "column-1=company&column-2=treasury.cashUsd&column-3=power.energizedMw&column-4=-&action=check");
        assertThat(again.body()).contains("One row has problems", "Row 4, “Energy of our sites” (column 3):");
        HttpResponse<String> result = form(
                address,
                check,
                "column-1=company&column-2=treasury.cashUsd&column-3=power.energizedMw&column-4=-&action=run");

        assertThat(result.uri().getPath()).isEqualTo(address + "/result");
        assertThat(result.body())
                .contains(
                        "Advice for 2 companies",
                        "Alpha",
                        "Beta",
                        "Gamma",
                        "“Energy of our sites” (column 3), “much”:");
        assertThat(result.body().indexOf("Alpha"))
                .isLessThan(get(address + "/result?sort=company").body().indexOf("Beta"));
        byte[] workbook = browser.download(address + "/download?format=xlsx");
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getSheetAt(0).getLastRowNum()).isEqualTo(3);
            assertThat(read.getNumberOfSheets()).isEqualTo(2);
        }
        byte[] refused = browser.download(address + "/download?rows=refused");
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(refused))) {
            assertThat(read.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("hashwise.line");
            assertThat(read.getSheetAt(0).getRow(1).getCell(3).getStringCellValue())
                    .isEqualTo("Gamma");
        }
    }

    @Test
    void thirtyCompaniesUnderHeadersInOwnWordsAreRankedInThreeSteps() throws Exception {
        String file = "Miner,Hashrate (EH/s),Cash $m,Power price c/kWh,BTC held,Energised powr,HPC tenant,Comments\n"
                + IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> "Miner " + number + "," + number + "," + 5 * number + ",4.5," + 100 * number
                                + "," + 30 * number + ",in talks,see report\n")
                        .collect(Collectors.joining());

        HttpResponse<String> check = upload("own.csv", file.getBytes(StandardCharsets.UTF_8));
        String address = check.uri().getPath();
        assertThat(check.body()).contains("30 companies", "Use the suggestion");
        String columns = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> "column-" + number + "=" + selected(check.body(), number))
                .collect(Collectors.joining("&"));
        HttpResponse<String> suggested = form(address, check, columns + "&action=suggested");
        HttpResponse<String> result = form(
                address,
                suggested,
                columns.replace("column-6=-", "column-6=" + selected(suggested.body(), 6)) + "&action=run");

        assertThat(selected(suggested.body(), 6)).isEqualTo("power.energizedMw");
        assertThat(suggested.body()).doesNotContain("Use the suggestion", "have problems");
        assertThat(result.body()).contains("Advice for 30 companies").doesNotContain("screening.");
    }

    @Test
    void otherReadersAreAskedByCheckboxesAndStayChosen() throws Exception {
        HttpResponse<String> check =
                upload("c.csv", "company,power.energizedMw\nB,20\nA,300\n".getBytes(StandardCharsets.UTF_8));
        String address = check.uri().getPath();
        String columns = "column-1=company&column-2=power.energizedMw";
        assertThat(check.body())
                .contains("name=\"view\"", "value=\"lender\"", "A cautious board")
                .doesNotContain("checked=\"checked\"");

        HttpResponse<String> result = form(address, check, columns + "&view=lender&view=cautious-board&action=run");

        assertThat(result.body())
                .contains("Other views", "of 2 agree", "A lender: the same strategy in")
                .doesNotContain("th:", "??", "A growth investor");
        assertThat(get(address).body()).containsPattern("value=\"lender\" checked=\"checked\"");
        assertThat(get(address + "/result?lang=fr").body()).contains("Autres points de vue", "sur 2 d’accord");
        assertThat(get(address + "/download?format=csv").body()).contains("views.agreement", "views.dividedBy");
        assertThat(form(address, check, columns + "&action=run").body()).doesNotContain("Other views");
    }

    @Test
    void whatBlocksMostCompaniesIsTheTitleOfItsRule() throws Exception {
        String address = upload(
                        "c.csv",
                        "company,company.listed,treasury.capitalAccess\nA,no,LIMITED\n"
                                .getBytes(StandardCharsets.UTF_8))
                .uri()
                .getPath();

        assertThat(get(address + "/result").body())
                .containsPattern("DAT-02</code>\\s*<span>The company is not listed and");
        assertThat(get(address + "/result?lang=fr").body())
                .containsPattern("DAT-02</code>\\s*<span>La société n’est pas cotée et");
    }

    /** The question that a column is chosen for. */
    private static String selected(String page, int column) {
        Matcher select = Pattern.compile("<select id=\"column-" + column + "\".*?</select>", Pattern.DOTALL)
                .matcher(page);
        assertThat(select.find()).isTrue();
        Matcher option = Pattern.compile("value=\"([^\"]+)\" selected").matcher(select.group());
        assertThat(option.find()).isTrue();
        return option.group(1);
    }

    @Test
    void everyColumnOfTheTableSortsIt() throws Exception {
        String address = upload("c.csv", "company,power.energizedMw\nB,20\nA,300\n".getBytes(StandardCharsets.UTF_8))
                .uri()
                .getPath();

        for (String key : new String[] {"row", "company", "advice", "lead", "distance", "doubts"}) {
            HttpResponse<String> result = get(address + "/result?sort=" + key);
            assertThat(result.statusCode()).isEqualTo(200);
            assertThat(result.body()).containsOnlyOnce("aria-sort=");
        }
        String byName = get(address + "/result?sort=company&lang=fr").body();
        assertThat(byName.indexOf(">A</th>")).isLessThan(byName.indexOf(">B</th>"));
        assertThat(byName).contains("Avis pour 2 sociétés");
    }

    @Test
    void filesThatCannotBeReadAreToldOnThePage() throws Exception {
        assertThat(upload("companies.pdf", new byte[] {1})).satisfies(page -> {
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("This kind of file is not read here");
        });
        assertThat(upload("companies.xlsx", new byte[] {1}).body()).contains("not a workbook");
        assertThat(upload("", new byte[0]).body()).contains("Choose a file first");
        assertThat(upload("nul\0.csv", new byte[] {1}).body()).contains("Choose a file first");
        assertThat(upload("large.csv", new byte[(8 << 20) + 1]).body()).contains("at most 8 MiB");
    }

    @Test
    void noOtherPageTakesFiles() throws Exception {
        HttpResponse<String> reply = browser.upload("t", "/questions/power", "a.csv", new byte[] {1});

        assertThat(reply.statusCode()).isIn(403, 415);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            String[][] texts = {
                {"Miner", "Cash (USD m)", "Energy of our sites", "Zodiac"},
                {"Alpha", "", "", "x"},
                {"Beta", "", "", "y"},
                {"Gamma", "", "much", "z"}
            };
            for (int row = 0; row < texts.length; row++) {
                var cells = sheet.createRow(row);
                for (int column = 0; column < texts[row].length; column++) {
                    cells.createCell(column).setCellValue(texts[row][column]);
                }
                if (row > 0) {
                    cells.getCell(1).setCellValue(12.5 * row);
                }
                if (row == 1 || row == 2) {
                    cells.getCell(2).setCellValue(100.0 * row);
                }
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private HttpResponse<String> get(String path) {
        return shown(browser.get(path));
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        return shown(browser.upload("/screening", name, content));
    }

    private HttpResponse<String> form(String path, HttpResponse<String> page, String fields) {
        String body = "_csrf=" + HttpTestClient.token(page) + "&" + fields;
        return shown(browser.send("POST", path, "application/x-www-form-urlencoded", body, Map.of()));
    }

    private HttpResponse<String> shown(HttpResponse<String> reply) {
        return HttpTestClient.location(reply).isEmpty() ? reply : browser.follow(reply);
    }
}
