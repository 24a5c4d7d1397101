package org.hashwise.screening;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.analysis.Flip;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.consultation.ResultCache;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Screenings of small files by the shipped rules. */
final class ScreeningFiles {

    static final JsonMapper JSON = new JsonMapper();
    static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    static final Wording WORDING = Wording.of(() -> ShippedRules.rulebook().questionnaire());

    static final RowContext CONTEXT =
            new RowContext(ShippedRules.rulebook().questionnaire(), WORDING, Screenings.nothingInCommon(Language.EN));

    private static final Columns COLUMNS = new Columns(ShippedRules.rulebook().questionnaire(), WORDING);

    private ScreeningFiles() {}

    static FileCheck check(Table table) throws IOException, UnreadableFile {
        try (table) {
            return new FileChecker(CONTEXT).table(table, columns(), Map.of(), false);
        }
    }

    static ScreeningOptions options(Language language, boolean full, boolean flips) {
        return new ScreeningOptions(Screenings.nothingInCommon(language), full, flips);
    }

    static Screening screening(ScreeningOptions options) {
        return screening(options, new ResultCache<>(100));
    }

    static Screening screening(ScreeningOptions options, ResultCache<Optional<Flip>> nearestFlips) {
        return new Screening(ShippedRules.rulebook(), WORDING, DAY, options, nearestFlips);
    }

    static Screening quick() {
        return screening(options(Language.EN, false, false));
    }

    /** A company of the casebook as a line of JSON. */
    static String line(CaseStudy study) {
        return "{\"id\":\"" + study.id() + "\",\"asOf\":\"" + study.asOf() + "\",\"answers\":"
                + AnswersJson.write(study.answers()) + "}";
    }

    static RowSource lines(String text) throws UnreadableFile, IOException {
        return JsonLinesSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
    }

    static RowSource csv(String text) throws Exception {
        return csv(text.getBytes(StandardCharsets.UTF_8));
    }

    static RowSource csv(byte[] bytes) throws Exception {
        return TableSource.of(
                Table.csv(new ByteArrayInputStream(bytes), null, Language.EN), columns(), Map.of(), false);
    }

    static RowSource workbook(Path file) throws Exception {
        return TableSource.of(Table.workbook(file, Language.EN), columns(), Map.of(), false);
    }

    static Columns columns() {
        return COLUMNS;
    }

    static Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("companies.xlsx"), bytes);
    }

    static List<JsonNode> outcomes(Screening screening, RowSource rows) throws IOException {
        return written(screening, rows, ScreeningFormat.NDJSON, false)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    static List<JsonNode> outcomes(RowSource rows) throws IOException {
        return outcomes(quick(), rows);
    }

    static String written(Screening screening, RowSource rows, ScreeningFormat format, boolean refusedOnly)
            throws IOException {
        return new String(bytes(screening, rows, format, refusedOnly), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Screening screening, RowSource rows, ScreeningFormat format, boolean refusedOnly)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (rows) {
            screening.run(rows, List.of(new Screening.ResultOutput(format, refusedOnly, out)));
        }
        return out.toByteArray();
    }
}
