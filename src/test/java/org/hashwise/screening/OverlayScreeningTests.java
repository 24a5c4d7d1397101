package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.screening.ScreeningFiles.csv;
import static org.hashwise.screening.ScreeningFiles.lines;
import static org.hashwise.screening.ScreeningFiles.outcomes;
import static org.hashwise.screening.ScreeningFiles.screening;
import static org.hashwise.screening.ScreeningFiles.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.Overlays;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A screening whose companies are advised with and without an overlay, and about which house views are asked. */
class OverlayScreeningTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final List<CaseStudy> CASES = RULEBOOK.cases();
    private static final String SENT = CASES.stream().map(ScreeningFiles::line).collect(Collectors.joining("\n"));

    @Test
    void rowsThatFlipAreMarkedAndCounted() throws Exception {
        List<JsonNode> lines =
                outcomes(screening(options("{'overlay': {'parameters': {'distressSigns': 1}}}", false)), lines(SENT));

        int flips = 0;
        for (int i = 0; i < CASES.size(); i++) {
            JsonNode line = lines.get(i);
            Strategy own = ShippedRules.advice(CASES.get(i)).recommendation().strategy();
            Strategy overlaid = RULEBOOK.with(Map.of("distressSigns", 1.0), "one sign")
                    .verdict(ShippedRules.situation(CASES.get(i)))
                    .strategy();
            assertThat(line.at("/recommendation/strategy").asString()).isEqualTo(own.name());
            assertThat(line.at("/overlay/recommendation/strategy").asString()).isEqualTo(overlaid.name());
            assertThat(line.at("/overlay/flips").asBoolean()).isEqualTo(own != overlaid);
            flips += own != overlaid ? 1 : 0;
        }
        JsonNode summary = lines.get(CASES.size()).path("summary");
        assertThat(flips).isPositive();
        assertThat(summary.at("/overlay/flips").asInt()).isEqualTo(flips);
        assertThat(summary.path("edition").asString()).isEqualTo(RULEBOOK.edition());
        assertThat(summary.at("/overlay/edition").asString())
                .isEqualTo(RULEBOOK.edition() + "+overlay:"
                        + summary.at("/overlay/hash").asString());
        assertThat(summary.at("/overlay/byStrategy")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(CASES.size());
    }

    @Test
    void viewsAgreeOrDissentOnEachRowAndInTheSummary() throws Exception {
        List<JsonNode> lines =
                outcomes(screening(options("{'views': ['lender', 'cautious-board']}", false)), lines(SENT));

        long lender = lines.stream()
                .filter(line -> line.at("/views/dissenters").toString().contains("\"lender\""))
                .count();
        assertThat(lender).isPositive();
        assertThat(lines.get(0).at("/views/of").asInt()).isEqualTo(2);
        JsonNode views = lines.get(CASES.size()).at("/summary/views");
        assertThat(views.at("/0/view").asString()).isEqualTo("lender");
        assertThat(views.at("/0/dissents").asLong()).isEqualTo(lender);
        assertThat(views.at("/0/agrees").asLong()).isEqualTo(CASES.size() - lender);
        assertThat(views.at("/1/view").asString()).isEqualTo("cautious-board");
    }

    @Test
    void theWholeAdviceWithAnOverlayNamesItsHash() throws Exception {
        JsonNode line = outcomes(
                        screening(options("{'overlay': {'answers': {'treasury.cashUsd': 5}}}", true)),
                        lines(ScreeningFiles.line(CASES.get(0))))
                .get(0);

        assertThat(line.at("/advice/rulebook").asString()).isEqualTo(RULEBOOK.edition());
        assertThat(line.at("/overlay/advice/rulebook").asString()).startsWith(RULEBOOK.edition() + "+overlay:sha256:");
    }

    @Test
    void tablesHaveColumnsForThemOnlyWhenTheyAreAskedFor() throws Exception {
        String body = "{'overlay': {'parameters': {'largeSiteMw': 120}}, 'views': ['lender']}";
        String sent = "company,treasury.cashUsd\nA,1000000\nB,many\n";

        List<String> with = written(screening(options(body, false)), csv(sent), ScreeningFormat.CSV, false)
                .lines()
                .toList();
        List<String> without = written(screening(options("{}", false)), csv(sent), ScreeningFormat.CSV, false)
                .lines()
                .toList();

        assertThat(with.get(0))
                .contains(
                        "overlay.strategy,overlay.flips,views.agreement,views.of,views.dissenters,views.dividedBy,problems");
        assertThat(with.get(3)).contains("+overlay:sha256:");
        assertThat(without.get(0)).doesNotContain("overlay", "views");
        assertThat(with.get(2).chars().filter(sign -> sign == ',').count())
                .as("a refused row has as many cells")
                .isGreaterThanOrEqualTo(
                        with.get(0).chars().filter(sign -> sign == ',').count());
    }

    @Test
    void anOverlayIsForAllRowsAndNotForOne() throws Exception {
        JsonNode line = outcomes(lines("{\"overlay\": {\"parameters\": {\"largeSiteMw\": 120}}}"))
                .get(0);

        assertThat(line.path("status").asInt()).isEqualTo(400);
        assertThat(line.at("/errors/0/id").asString()).isEqualTo("overlay");
    }

    private static ScreeningOptions options(String common, boolean full) throws IOException {
        byte[] bytes = common.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ScreeningOptions.read(
                JsonBody.read(new ByteArrayInputStream(bytes)),
                RULEBOOK.questionnaire(),
                Overlays.of(RULEBOOK),
                Language.EN,
                full,
                false);
    }
}
