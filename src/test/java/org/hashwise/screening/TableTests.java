package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hashwise.screening.ScreeningFiles.WORDING;
import static org.hashwise.screening.ScreeningFiles.bytes;
import static org.hashwise.screening.ScreeningFiles.columns;
import static org.hashwise.screening.ScreeningFiles.csv;
import static org.hashwise.screening.ScreeningFiles.outcomes;
import static org.hashwise.screening.ScreeningFiles.quick;
import static org.hashwise.screening.ScreeningFiles.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Companies in CSV files and workbooks: headers and cells as people write them, and files that are wrong. */
class TableTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treasury.cashUsd | treasury.cashUsd | ''",
                "CASHUSD | treasury.cashUsd | ''",
                "Energised power | power.energizedMw | ''",
                "Puissance sous tension | power.energizedMw | ''",
                "energised power (kW) | power.energizedMw | kW",
                "Puissance sous tension, en GW | power.energizedMw | GW",
                "Hashrate (EH/s) | mining.hashrateEh | EH/s",
                "Hash (EH) | mining.hashrateEh | EH",
                "Energised MW | power.energizedMw | ''",
                "answers.power.contract | power.contract | ''",
                "Contrat d'électricité | power.contract | ''",
                "Juridictions | regulation.jurisdictions | ''",
                "Trésorerie | treasury.cashUsd | ''",
                "Trésorerie | treasury.cashUsd | ''",
                "Liquidités | treasury.cashUsd | ''",
                "Loan on the pledged coins | treasury.loanLtvPercent | ''",
                "Prêt gagé sur les bitcoins nantis | treasury.loanLtvPercent | ''",
                "Loan to value of the pledged coins | treasury.loanLtvPercent | ''",
                "Quotité du prêt sur bitcoins nantis | treasury.loanLtvPercent | ''",
                "Reported cash cost per bitcoin | mining.reportedCashCostPerBtcUsd | ''",
                "Coût décaissé publié par bitcoin | mining.reportedCashCostPerBtcUsd | ''",
                "Cash cost per bitcoin | mining.reportedCashCostPerBtcUsd | ''",
                "Reported all-in cost per bitcoin | mining.reportedAllInCostPerBtcUsd | ''",
                "Coût complet publié par bitcoin | mining.reportedAllInCostPerBtcUsd | ''",
                "All-in cost per bitcoin | mining.reportedAllInCostPerBtcUsd | ''",
                "Raison sociale | company | ''",
                "Cash $m | treasury.cashUsd | $m",
                "Total debt ($m) | treasury.debtUsd | $m",
                "Power price c/kWh | power.priceUsdPerKwh | c/kWh",
                "BTC held | treasury.btcHeld | ''",
                "J/TH | mining.fleetEfficiencyJPerTh | ''",
                "Energized capacity (MW) | power.energizedMw | MW",
                "SG&A $k/month | mining.cashOverheadUsdPerMonth | $k",
                "Dette à court terme (M$) | treasury.debtDueIn12MonthsUsd | M$",
                "Pays | regulation.jurisdictions | ''",
                "As of | asOf | ''",
                "Cost of electricity (USD/MWh) | power.priceUsdPerKwh | USD/MWh",
                "Tarif électricité c/kWh | power.priceUsdPerKwh | c/kWh",
                "Site, biggest (MW) | power.largestSiteMw | ''",
                "MW of the largest site | power.largestSiteMw | ''",
                "cash_usd_m | treasury.cashUsd | m",
                "Cash USD millions | treasury.cashUsd | millions",
                "Cash (US$'000) | treasury.cashUsd | US$thousand",
                "Cash (USD 000) | treasury.cashUsd | USD thousand",
                "Electricity (c/kWh) | power.priceUsdPerKwh | c/kWh",
                "Fleet J/TH | mining.fleetEfficiencyJPerTh | J/TH",
                "Power (MW) | power.energizedMw | ''",
                "MW under development | power.pipelineMw | ''",
                "Debt maturities <1 yr | treasury.debtDueIn12MonthsUsd | ''",
                "Weighted avg. interest rate | treasury.interestRatePercent | ''",
                "Prix moyen d’achat du BTC | treasury.averageBtcCostUsd | ''",
                "Échéances à 12 mois | treasury.debtDueIn12MonthsUsd | ''",
                "BTC treasury | treasury.btcHeld | ''",
                "Hashrate opérationnel (EH/s) | mining.hashrateEh | EH/s",
                "Avg. fleet efficiency (J/TH) | mining.fleetEfficiencyJPerTh | J/TH",
                "All-in power cost ($/MWh) | power.priceUsdPerKwh | $/MWh",
                "Prix moyen de l’électricité ($/MWh) | power.priceUsdPerKwh | $/MWh",
                "Nombre de GPU | site.gpuCount | ''",
                "Rendement du parc (J/TH) | mining.fleetEfficiencyJPerTh | J/TH",
                "Dette M$ | treasury.debtUsd | M$",
                "Capacité opérationnelle (MW) | power.energizedMw | MW",
                "Coût moyen des bitcoins | treasury.averageBtcCostUsd | ''",
                "Fleet (J/TH) | mining.fleetEfficiencyJPerTh | J/TH",
                "Conversion capex ($m/MW) | hosting.capexUsdPerMw | $m/MW",
                "Taux de hachage installé (EH/s) | mining.hashrateEh | EH/s",
                "Hashrate at quarter end, EH/s | mining.hashrateEh | EH/s",
                "Trésorerie fin de période (M USD) | treasury.cashUsd | M USD",
                "Cash (excl. restricted) | treasury.cashUsd | ''",
                "Dette financière brute (M$) | treasury.debtUsd | M$",
                "All-in sustaining cost ($/BTC) | mining.reportedAllInCostPerBtcUsd | ''",
                "Undrawn RCF ($m) | treasury.undrawnCreditUsd | $m",
                "Pays d'implantation | regulation.jurisdictions | ''",
                "Publicly listed? | company.listed | ''",
                "Elec. price (cents/kWh) | power.priceUsdPerKwh | cents/kWh",
                "SG&A per quarter | mining.cashOverheadUsdPerMonth | per quarter",
                "Date de clôture | asOf | ''"
            })
    void aHeaderIsAnIdOrALabelInEitherLanguageWithItsUnit(String header, String id, String unit) {
        Column column = columns().of(List.of(header)).get(0);

        assertThat(column.id()).isEqualTo(id);
        assertThat(column.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"5 EUR, in USD m", "many, in USD m"})
    void aRefusedAmountIsAskedForInTheUnitOfItsHeader(String cell, String words) throws Exception {
        assertThat(outcomes(csv("company,Cash (USD m)\nA," + cell + "\n"))
                        .get(0)
                        .at("/errors/0/problem")
                        .asString())
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cash (USD m) | $23.8 | treasury.cashUsd | 23800000",
                "Cash (USD m) | US$ 23.8 | treasury.cashUsd | 23800000",
                "Cash (USD m) | '$1,133.5' | treasury.cashUsd | 1133500000",
                "Cash (USD m) | 23.8 USD | treasury.cashUsd | 23800000",
                "Trésorerie (M$) | 23,8 $ | treasury.cashUsd | 23800000",
                "Cash (USD m) | $23.8m | treasury.cashUsd | 23800000",
                "Cash $k | $23 800 | treasury.cashUsd | 23800000",
                "cash_usd_m | $ 23.8 | treasury.cashUsd | 23800000",
                "Cash | $23800000 | treasury.cashUsd | 23800000",
                "Power price ($/MWh) | $45 | power.priceUsdPerKwh | 0.045",
                "Power price c/kWh | $0.045 | power.priceUsdPerKwh | 0.045",
            })
    void aCurrencyLeavesAnAmountInTheUnitOfItsHeader(String header, String cell, String id, double value)
            throws Exception {
        assertThat(answers(header + ";Energised MW\n" + cell + ";40\n").get(id)).hasValue(new Answer.Number(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Cash (USD m) | $5,000 | $5,000 USD m", "Cash (USD m) | $5 EUR | $5 EUR", "Cash $m | $ | $"})
    void aRefusedAmountIsQuotedWithItsCurrency(String header, String cell, String quoted) throws Exception {
        assertThat(outcomes(csv("company;" + header + "\nA;" + cell + "\n"))
                        .get(0)
                        .at("/errors/0/value")
                        .asString())
                .isEqualTo(quoted);
    }

    @Test
    void everyLabelNamesItsQuestion() {
        ShippedRules.rulebook().questionnaire().questions().forEach(question -> {
            for (String label : List.of(question.label().en(), question.label().fr(), question.id())) {
                assertThat(columns().of(List.of(label)).get(0).id()).as(label).isEqualTo(question.id());
            }
        });
    }

    @Test
    void aUsualHeaderMeansOneQuestionThatThereIs() throws IOException {
        Properties headers = new Properties();
        try (var file = Columns.class.getResourceAsStream("headers.properties")) {
            headers.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(headers).hasSizeGreaterThan(40);
        headers.forEach((id, names) -> {
            boolean ratio = id.toString().endsWith(".ratio");
            for (String name : names.toString().split("\\|", -1)) {
                String header = ratio ? name + " (" + unit(id.toString()) + ")" : name;
                assertThat(columns().of(List.of(header)).get(0).id())
                        .as(header)
                        .isEqualTo(id.toString().replace(".ratio", ""));
            }
        });
    }

    private static String unit(String ratio) {
        String unit = ShippedRules.rulebook()
                .questionnaire()
                .question(ratio.replace(".ratio", ""))
                .orElseThrow()
                .unit();
        return unit.equals("USD") ? "USD/MW" : unit;
    }

    @Test
    void anUnknownHeaderIsToldWithTheNearestQuestion() {
        List<Column> columns = columns()
                .of(List.of("treasury.cashUds", "Power that is energised", "Energised power (EUR)", "Cash (€)"));

        assertThat(columns).noneMatch(Column::isUnderstood);
        assertThat(columns.stream().map(Column::suggestion))
                .containsExactly("treasury.cashUsd", "power.energizedMw", "power.energizedMw", "treasury.cashUsd");
        assertThat(columns.get(2).target()).isEqualTo(Column.ColumnUse.UNIT);
    }

    @ParameterizedTest
    @CsvSource({
        "Hashrat, mining.hashrateEh",
        "Hahsrate, mining.hashrateEh",
        "Hash rat (EH/s), mining.hashrateEh",
        "Cahs, treasury.cashUsd",
        "Cassh, treasury.cashUsd",
        "Csh (USD m), treasury.cashUsd",
        "Tresorrie, treasury.cashUsd",
        "Liquidtés (M$), treasury.cashUsd",
        "treasury.cashUsdd, treasury.cashUsd",
        "Powr price, power.priceUsdPerKwh",
        "Pwer price (c/kWh), power.priceUsdPerKwh",
        "Elecricity cost, power.priceUsdPerKwh",
        "Prix de l’eletricité, power.priceUsdPerKwh",
        "Lagest site MW, power.largestSiteMw",
        "Plus grnad site, power.largestSiteMw",
        "Energized capcity, power.energizedMw",
        "Puisance (MW), power.energizedMw",
        "Fleet effciency, mining.fleetEfficiencyJPerTh",
        "Fleet effiency (J/TH), mining.fleetEfficiencyJPerTh",
        "Bitcoin hed, treasury.btcHeld",
        "Bitcions détenus, treasury.btcHeld",
        "BTC holdngs, treasury.btcHeld",
        "Total dept, treasury.debtUsd",
        "Dete financière, treasury.debtUsd",
        "Debt due within 12 moths, treasury.debtDueIn12MonthsUsd",
        "Market capp, treasury.marketCapUsd",
        "Capitalistion boursière, treasury.marketCapUsd",
        "Listd, company.listed",
        "Jurisdicton, regulation.jurisdictions",
        "Contries, regulation.jurisdictions",
        "Tennant, hosting.tenantStage",
        "Coolling, site.cooling",
        "Undrawn crdit, treasury.undrawnCreditUsd",
        "Compnay, company",
        "Langage, language"
    })
    void aMistypedHeaderIsToldWithTheOneThatWasMeant(String header, String id) {
        assertThat(columns().of(List.of(header))).singleElement().satisfies(column -> {
            assertThat(column.isUnderstood()).isFalse();
            assertThat(column.suggestion()).isEqualTo(id);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Coins",
                "Zodiac sign",
                "Moon",
                "Ticker",
                "Comments",
                "Favourite colour",
                "Rank",
                "Month",
                "Monthly revenue",
                "Power partner",
                "Notes",
                "x",
                "CEO"
            })
    void aHeaderThatResemblesNoneHasNoSuggestion(String header) {
        assertThat(columns().of(List.of(header)).get(0).suggestion()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fleet",
                "Fleet (units)",
                "Number of machines",
                "# of ASICs",
                "Parc (machines)",
                "Net debt",
                "Net cash ($m)",
                "Cash, net of debt",
                "Trésorerie nette (M$)",
                "Endettement net",
                "Total capex ($m)",
                "BTC",
                "HODL (BTC)",
                "Total liquidity",
                "Pool",
                "Cost per BTC",
                "Trésorerie (k€)"
            })
    void aHeaderOfAnotherFigureIsNotTakenForTheOneItResembles(String header) {
        assertThat(columns().of(List.of(header))).singleElement().satisfies(column -> {
            assertThat(column.isUnderstood()).isFalse();
            assertThat(column.id()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fleet (units)", "Parc (machines)"})
    void aHeaderThatCountsOtherThingsHasNoSuggestion(String header) {
        assertThat(columns().of(List.of(header)).get(0).suggestion()).isEmpty();
    }

    @Test
    void cellsAreReadAsTheFieldsOfTheQuestionnaire() throws Exception {
        Answers answers = answers("""
            Cash (USD m);Energised power;Power contract;Listed;Jurisdictions;Debt
            12,5;0,04 GW;Prix fixe;oui;Texas 60 %, Norway 40 %;n/a
            """.replace("Listed", label("company.listed"))
                .replace("Jurisdictions", label("regulation.jurisdictions"))
                .replace("Debt", label("treasury.debtUsd")));

        assertThat(answers.get("treasury.cashUsd")).hasValue(new Answer.Number(12_500_000));
        assertThat(answers.get("power.energizedMw")).hasValue(new Answer.Number(40));
        assertThat(answers.get("company.listed")).hasValue(new Answer.YesNo(true));
        assertThat(answers.get("regulation.jurisdictions").orElseThrow().toPlain())
                .isEqualTo(Map.of("US-TX", 60.0, "NO", 40.0));
        assertThat(answers.has("treasury.debtUsd")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'Kentucky, US', US-KY", "USA (Texas), US-TX", "'Québec, Canada', CA-QC"})
    void aPlaceWithItsCountryIsOnePlace(String cell, String code) throws Exception {
        assertThat(answers("company;regulation.jurisdictions\nA;" + cell + "\n")
                        .get("regulation.jurisdictions")
                        .orElseThrow()
                        .toPlain())
                .isEqualTo(Map.of(code, 100.0));
    }

    @ParameterizedTest
    @CsvSource({
        "hosting.tenantStage, in talks, TALKS",
        "hosting.tenantStage, LOI, LETTER_OF_INTENT",
        "hosting.tenantStage, Signed, SIGNED",
        "power.contract, Prix fixe, FIXED",
        "treasury.debtStanding, À jour, CURRENT",
        "treasury.debtStanding, Payée comme convenu, CURRENT"
    })
    void aChoiceIsReadByItsLabelWithoutParticlesOrByItsInitials(String id, String cell, String choice)
            throws Exception {
        assertThat(answers(id + "\n" + cell + "\n").get(id)).hasValue(new Answer.Choice(choice));
    }

    private static String label(String id) {
        return ShippedRules.rulebook()
                .questionnaire()
                .question(id)
                .orElseThrow()
                .label()
                .en();
    }

    private static Answers answers(String table) throws Exception {
        CompanyRow row = row(csv(table));
        assertThat(row.errors()).isEmpty();
        return java.util.Objects.requireNonNull(row.request()).answers();
    }

    private static CompanyRow row(RowSource rows) throws IOException {
        return java.util.Objects.requireNonNull(rows.next()).read(ScreeningFiles.CONTEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power.energizedMw | much",
                "power.energizedMw | 40-60",
                "power.energizedMw | about 50",
                "power.energizedMw | 5 EUR",
                "power.energizedMw | 99999999",
                "treasury.cashUsd | 5 EUR",
                "power.contract | sometimes",
                "hosting.tenantStage | no talks",
                "company.listed | perhaps",
                "regulation.jurisdictions | Atlantis",
                "regulation.jurisdictions | Georgia",
                "regulation.jurisdictions | Texas 60",
                "regulation.jurisdictions | KY"
            })
    void aCellThatIsWrongOrCanMeanTwoThingsIsToldByItsColumn(String id, String cell) throws Exception {
        CompanyRow row = row(csv("company;" + id + "\nExample;" + cell + "\n"));

        assertThat(row.request()).isNull();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.errors()).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo(id);
            assertThat(error.column()).isEqualTo(2);
            assertThat(error.problem()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anySeparatorIsFound(String separator) throws Exception {
        String table = "company,power.energizedMw\nExample,40\n".replace(",", separator);

        assertThat(outcomes(csv(table)).get(0).path("status").asInt()).isEqualTo(200);
    }

    @Test
    void aFirstLineMayNameTheSeparator() throws Exception {
        List<JsonNode> lines = outcomes(csv("sep=;\r\ncompany;power.energizedMw\r\nExample;40\r\n"));

        assertThat(lines.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(lines.get(0).path("line").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void theEncodingIsFound(String charset) throws Exception {
        byte[] table = "Société;Puissance sous tension\nÉlan;40\n".getBytes(Charset.forName(charset));

        assertThat(row(csv(table)).request())
                .extracting(request -> request.company())
                .isEqualTo("Élan");
    }

    @Test
    void cellsInAnotherEncodingAreToldAndNoOther() throws Exception {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes("company,Contrat d’électricité\nA,Prix fixe\n".getBytes(StandardCharsets.UTF_8));
        table.writeBytes(("x," + "y".repeat(60) + "\n").repeat(2_000).getBytes(StandardCharsets.UTF_8));
        table.writeBytes("B,Indexé\n".getBytes(Charset.forName("windows-1252")));

        List<JsonNode> lines = outcomes(csv(table.toByteArray()));

        assertThat(lines.get(2_001).at("/errors/0/problem").asString()).contains("UTF-8");
        assertThat(lines.get(2_001).at("/errors/0/column").asInt()).isEqualTo(2);
    }

    @Test
    void anOpenQuotationMarkEndsTheFileWithALineThatSaysSo() throws Exception {
        List<JsonNode> lines = outcomes(csv("company,power.energizedMw\nA,1\n\"B,2\n" + "C,3\n".repeat(300_000)));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(lines.get(1).at("/errors/0/problem").asString()).contains("line 3", "1,048,576");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"A;1;2", "A|1|2", "'A\t1\t2'"})
    void aRowWithAnotherSeparatorIsTold(String row) throws Exception {
        JsonNode line = outcomes(csv("company,power.energizedMw,treasury.cashUsd\nB,1,2\n" + row + "\n\"C; D\"\n"))
                .get(1);

        assertThat(line.path("line").asInt()).isEqualTo(3);
        assertThat(line.at("/errors/0/column").asInt()).isEqualTo(1);
        assertThat(line.at("/errors/0/problem").asString()).contains("separates the values");
    }

    @Test
    @Tag("long")
    void theRowAfterTheMillionthIsToldWithTheLimitAndEndsTheFile() throws Exception {
        int rows = ScreeningLimits.ROWS + 5;

        for (RowSource source :
                List.of(csv("power.energizedMw\n" + "1\n".repeat(rows)), ScreeningFiles.lines("{}\n".repeat(rows)))) {
            SourceRow last = null;
            long count = 0;
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                last = row;
                count++;
            }
            assertThat(count).isEqualTo(ScreeningLimits.ROWS + 1);
            assertThat(java.util.Objects.requireNonNull(last)
                            .read(ScreeningFiles.CONTEXT)
                            .errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.problem()).contains("1,000,000"));
        }
    }

    @Test
    void aRowWithMoreCellsThanHeadersIsRefused() throws Exception {
        JsonNode line = outcomes(csv("company,power.energizedMw\nA,1,234\n")).get(0);

        assertThat(line.at("/errors/0/problem").asString()).contains("columns (2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWayAndCellsMayHoldThemAndEmptyRowsAreSkipped(String end) throws Exception {
        String table = String.join(end, "company,power.energizedMw", "\"A\nB\",40", "", ",", "C,many", "");

        List<JsonNode> lines = outcomes(csv("\uFEFF" + table));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(6);
        assertThat(lines.get(1).at("/errors/0/column").asInt()).isEqualTo(2);
    }

    @Test
    void aFileWithHeadersAloneHasNoCompany() throws Exception {
        assertThat(outcomes(csv("company,power.energizedMw\n")))
                .singleElement()
                .satisfies(
                        last -> assertThat(last.at("/summary/rows").asInt(-1)).isZero());
    }

    @Test
    void aRowThatIsTooLongIsToldWithTheLimit() throws Exception {
        List<JsonNode> lines = outcomes(csv("company\nA\n" + "x".repeat(2 << 20) + "\nB\n"));

        assertThat(lines.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(lines.get(1).at("/errors/0/problem").asString()).contains("line 3", "1,048,576");
        assertThat(lines).hasSize(3);
    }

    @Test
    void tooManyColumnsAreToldWithTheLimit() {
        assertThatThrownBy(() -> csv("company" + ",x".repeat(ScreeningLimits.COLUMNS) + "\n"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        unreadable -> assertThat(unreadable.sentence(WORDING, Language.EN))
                                .contains(String.valueOf(ScreeningLimits.COLUMNS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,Identifier", "Company name,Miner", "Cash (USD m),treasury.cashUsd", "Cash,Cash"})
    void twoHeadersForOneThingAreToldAtTheSecond(String headers) {
        assertThatThrownBy(() -> csv(headers + "\n1,2\n"))
                .isInstanceOfSatisfying(
                        RefusedColumns.class,
                        refused -> assertThat(refused.errors(WORDING, Language.EN))
                                .singleElement()
                                .satisfies(error -> {
                                    assertThat(error.column()).isEqualTo(2);
                                    assertThat(error.problem()).contains("the same as a column before");
                                }));
    }

    @Test
    void twoColumnsForOneQuestionAreRefused() {
        assertThatThrownBy(() -> csv("Energised power,power.energizedMw\n1,2\n"))
                .isInstanceOfSatisfying(
                        RefusedColumns.class,
                        refused -> assertThat(refused.errors(WORDING, Language.EN))
                                .singleElement()
                                .satisfies(error -> assertThat(error.column()).isEqualTo(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"'' # empty", "'1;2;3' # no-columns"})
    void aFileWithoutHeadersIsRefused(String table, String key) {
        assertThatThrownBy(() -> TableSource.of(
                        Table.csv(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), null, Language.EN),
                        columns(),
                        Map.of(1, "-", 2, "-", 3, "-"),
                        true))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        unreadable -> assertThat(unreadable.key()).isEqualTo(key));
    }

    @Test
    void aWorkbookIsReadAsItIsShown() throws Exception {
        Path file = workbookWith(sheet -> {
            var headers = sheet.createRow(1);
            List<String> names = List.of("Nom", label("mining.poolFeePercent"), "Date", label("power.energizedMw"));
            for (int column = 0; column < names.size(); column++) {
                headers.createCell(column).setCellValue(names.get(column));
            }
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue("=Élan");
            row.createCell(1).setCellValue(0.015);
            row.getCell(1).setCellStyle(style(sheet, "0.0%"));
            row.createCell(2).setCellValue(LocalDate.of(2025, 11, 30));
            row.getCell(2).setCellStyle(style(sheet, "dd/mm/yyyy"));
            row.createCell(3).setCellValue("1,250.5");
        });

        CompanyRow row;
        try (RowSource rows = workbook(file)) {
            row = row(rows);
        }

        assertThat(row.errors()).isEmpty();
        assertThat(row.line()).isEqualTo(4);
        assertThat(row.request()).satisfies(request -> {
            assertThat(request.company()).isEqualTo("=Élan");
            assertThat(request.asOf()).isEqualTo("2025-11-30");
            assertThat(request.answers().get("mining.poolFeePercent")).hasValue(new Answer.Number(1.5));
            assertThat(request.answers().get("power.energizedMw")).hasValue(new Answer.Number(1250.5));
        });
    }

    private static CellStyle style(XSSFSheet sheet, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }

    @Test
    void formulasAreToldByRowAndColumn() throws Exception {
        Path file = workbookWith(sheet -> {
            sheet.createRow(0).createCell(0).setCellValue("company");
            sheet.getRow(0).createCell(1).setCellValue("power.energizedMw");
            sheet.createRow(1).createCell(0).setCellValue("A");
            sheet.getRow(1).createCell(1).setCellFormula("20+20");
        });

        JsonNode line = outcomes(workbook(file)).get(0);

        assertThat(line.path("line").asInt()).isEqualTo(2);
        assertThat(line.at("/errors/0/column").asInt()).isEqualTo(2);
        assertThat(line.at("/errors/0/problem").asString()).contains("formula");
    }

    @Test
    void numbersThatAWorkbookHoldsAsTextAreCountedByTheCheck() throws Exception {
        Path file = workbookWith(sheet -> {
            sheet.createRow(0).createCell(0).setCellValue("power.energizedMw");
            sheet.getRow(0).createCell(1).setCellValue("treasury.cashUsd");
            for (int number = 1; number < 4; number++) {
                sheet.createRow(number).createCell(0).setCellValue("4" + number);
                sheet.getRow(number).createCell(1).setCellValue(1e7);
            }
        });

        FileCheck check = ScreeningFiles.check(Table.workbook(file, Language.EN));

        assertThat(check.rows()).isEqualTo(3);
        assertThat(check.refused()).isZero();
        assertThat(check.columns()).first().satisfies(column -> {
            assertThat(column.textNumbers()).isEqualTo(3);
            assertThat(column.firstTextNumber()).isEqualTo(2);
            assertThat(column.sample()).isEqualTo("41");
        });
    }

    @Test
    void theUserMaySayWhatAColumnHolds() {
        List<Column> columns =
                columns().of(List.of("Site load (kW)", "Notes"), Map.of(1, "power.energizedMw", 2, Columns.IGNORE));

        assertThat(columns.get(0).id()).isEqualTo("power.energizedMw");
        assertThat(columns.get(0).unit()).isEqualTo("kW");
        assertThat(columns.get(1).target()).isEqualTo(Column.ColumnUse.IGNORED);
    }

    @Test
    @Tag("long")
    void aZipBombIsRefusedWithTheLimit() throws Exception {
        String row = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>company</t></is></c></row>";

        assertRefusedAsTooLarge(bomb("sheet1.xml", row, " ".repeat(1 << 20), 1_100));
    }

    @Test
    void aTextLongerThanThatOfACellIsNotHeldInMemory() throws Exception {
        String row = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>";

        assertRefusedAsTooLarge(bomb("sheet1.xml", row, "x".repeat(1 << 10), 100));
    }

    @Test
    void textsThatCellsShareAreBoundedTogether() throws Exception {
        String text = "<si><t>" + "x".repeat(60_000) + "</t></si>";

        assertRefusedAsTooLarge(bomb("sharedStrings.xml", "<sst>", text, 1_200));
    }

    private void assertRefusedAsTooLarge(byte[] workbook) throws Exception {
        assertThat(workbook).hasSizeLessThan(2 << 20);
        try {
            List<JsonNode> lines = outcomes(workbook(ScreeningFiles.file(folder, workbook)));
            assertThat(lines.get(0).at("/errors/0/problem").asString()).contains("1,024 MiB");
        } catch (UnreadableFile refused) {
            assertThat(refused.key()).isEqualTo("workbook-size");
        }
    }

    /** A workbook of which one part is its beginning and a text many times. */
    private static byte[] bomb(String name, String beginning, String repeated, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (XSSFWorkbook plain = new XSSFWorkbook()) {
            plain.createSheet().createRow(0).createCell(0).setCellValue("company");
            plain.write(workbook);
        }
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().endsWith(name)) {
                    zip.write(beginning.getBytes(StandardCharsets.US_ASCII));
                    byte[] piece = repeated.getBytes(StandardCharsets.US_ASCII);
                    for (int i = 0; i < times; i++) {
                        zip.write(piece);
                    }
                } else {
                    zip.write(parts.readAllBytes());
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no workbook", "PK\u0003\u0004broken"})
    void whatIsNoWorkbookIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("file.xlsx"), content);

        assertThatThrownBy(() -> workbook(file)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void theResultIsAWorkbookThatIsReadAgain() throws Exception {
        byte[] result =
                bytes(quick(), csv("company,power.energizedMw\n=A&B,40\nC,much\n"), ScreeningFormat.XLSX, false);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(result))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(sheet.getRow(0).getCell(4).getStringCellValue()).isEqualTo("strategy");
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("=A&B");
            assertThat(sheet.getRow(1).getCell(7).getNumericCellValue()).isNotNaN();
            assertThat(sheet.getRow(2).getCell(3).getNumericCellValue()).isEqualTo(400);
        }
    }

    private Path workbookWith(Consumer<XSSFSheet> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            content.accept(workbook.createSheet());
            workbook.write(bytes);
        }
        return ScreeningFiles.file(folder, bytes.toByteArray());
    }
}
