package org.hashwise.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.ViewPanel;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.jspecify.annotations.Nullable;

/** The result of a screening as a table: one row for each row that was sent. */
final class ResultRows implements TableFormat.SheetContent {

    private static final List<String> HEADERS = List.of(
            "line",
            "id",
            "company",
            "status",
            "strategy",
            "extent",
            "combineWith",
            "score.HOLD",
            "score.AI_HOSTING",
            "score.DAT",
            "score.RESTRUCTURE",
            "blockers",
            "doubts",
            "nearestFlip.id",
            "nearestFlip.at",
            "nearestFlip.to",
            "nearestFlip.distancePercent");

    private static final List<String> OVERLAY_HEADERS = List.of("overlay.strategy", "overlay.flips");
    private static final List<String> VIEW_HEADERS =
            List.of("views.agreement", "views.of", "views.dissenters", "views.dividedBy");

    private final Wording wording;
    private final Language language;
    private final List<String> headers = new ArrayList<>(HEADERS);

    ResultRows(Wording wording, ScreeningOptions options) {
        this.wording = wording;
        this.language = options.language();
        if (options.alternatives().overlay() != null) {
            headers.addAll(OVERLAY_HEADERS);
        }
        if (!options.alternatives().views().isEmpty()) {
            headers.addAll(VIEW_HEADERS);
        }
        headers.add("problems");
    }

    @Override
    public List<SheetCell> headers() {
        return headers.stream().map(SheetCell::text).toList();
    }

    @Override
    public List<SheetCell> row(Outcome outcome) {
        List<SheetCell> cells = new ArrayList<>();
        cells.add(number((double) outcome.line()));
        cells.add(
                outcome.id() instanceof Number id ? new SheetCell(id.toString(), CellType.NUMBER) : text(outcome.id()));
        Outcome.Advised advised = outcome.advised();
        cells.add(SheetCell.text(outcome.company()));
        cells.add(number(outcome.status()));
        if (advised != null) {
            cells.addAll(verdict(advised.verdict()));
            cells.add(SheetCell.text(doubts(advised.doubts())));
            cells.addAll(flip(advised.nearestFlip()));
            cells.addAll(overlaid(advised.overlaid()));
            cells.addAll(views(advised.opinions()));
        } else {
            while (cells.size() < headers.size() - 1) {
                cells.add(SheetCell.EMPTY);
            }
        }
        cells.add(SheetCell.text(outcome.errors().stream()
                .map(error -> (error.id() + " " + error.problem()).strip())
                .collect(Collectors.joining("; "))));
        return cells;
    }

    private static List<SheetCell> verdict(Verdict verdict) {
        List<SheetCell> cells = new ArrayList<>();
        cells.add(text(verdict.strategy()));
        cells.add(text(verdict.extent()));
        cells.add(text(verdict.combineWith()));
        for (Strategy strategy : List.of(Strategy.HOLD, Strategy.AI_HOSTING, Strategy.DAT, Strategy.RESTRUCTURE)) {
            cells.add(verdict.ranking().stream()
                    .filter(ranked -> ranked.strategy() == strategy)
                    .findFirst()
                    .map(ranked -> number(ranked.score()))
                    .orElse(SheetCell.EMPTY));
        }
        cells.add(SheetCell.text(verdict.ranking().stream()
                .map(RankedStrategy::blockers)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(" "))));
        return cells;
    }

    private static String doubts(@Nullable List<Doubt> doubts) {
        return doubts == null ? "" : doubts.stream().map(Doubt::text).collect(Collectors.joining(" "));
    }

    private static List<SheetCell> flip(@Nullable Flip flip) {
        if (flip == null) {
            return List.of(SheetCell.EMPTY, SheetCell.EMPTY, SheetCell.EMPTY, SheetCell.EMPTY);
        }
        Double percent = flip.distancePercent();
        return List.of(
                SheetCell.text(flip.id()),
                flip.at().toPlain() instanceof Double at
                        ? number(at)
                        : text(flip.at().toPlain()),
                text(flip.to()),
                percent == null ? SheetCell.EMPTY : number(Plain.rounded(percent, 2)));
    }

    private static List<SheetCell> overlaid(Outcome.@Nullable Overlaid overlaid) {
        return overlaid == null ? List.of() : List.of(text(overlaid.verdict().strategy()), text(overlaid.flips()));
    }

    // Dissenters and what divides them are in the same order.
    private static List<SheetCell> views(@Nullable List<ViewPanel.Opinion> opinions) {
        if (opinions == null) {
            return List.of();
        }
        List<ViewPanel.Opinion> dissenters =
                opinions.stream().filter(opinion -> !opinion.agrees()).toList();
        return List.of(
                number(opinions.size() - dissenters.size()),
                number(opinions.size()),
                SheetCell.text(
                        dissenters.stream().map(opinion -> opinion.view().id()).collect(Collectors.joining(" "))),
                SheetCell.text(dissenters.stream()
                        .map(ViewPanel.Opinion::dividedBy)
                        .map(divider ->
                                divider == null ? "-" : divider.parameter().name())
                        .collect(Collectors.joining(" "))));
    }

    @Override
    public List<SheetCell> last(ScreeningSummary summary) {
        String sentences = wording.text(
                        "screening.last-row",
                        language,
                        summary.rows(),
                        summary.advised(),
                        summary.refused(),
                        summary.edition(),
                        summary.market())
                + " " + StatisticsText.of(summary, wording, language);
        ScreeningSummary.OverlaySummary overlay = summary.overlay();
        return List.of(SheetCell.text(
                overlay == null
                        ? sentences
                        : sentences + " "
                                + wording.text(
                                        "screening.last-row.overlay", language, overlay.flips(), overlay.edition())));
    }

    private static SheetCell number(double value) {
        return new SheetCell(NumberNotation.plain(value), CellType.NUMBER);
    }

    private static SheetCell text(@Nullable Object value) {
        return SheetCell.text(value == null ? "" : value.toString());
    }
}
