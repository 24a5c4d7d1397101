package org.hashwise.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.Kind;
import org.jspecify.annotations.Nullable;

/** The result of a screening as a table: one row for each row that was sent. */
final class ResultRows implements TableFormat.TableRows {

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
            "nearestFlip.distancePercent",
            "problems");

    private final Wording wording;
    private final Language language;

    ResultRows(Wording wording, Language language) {
        this.wording = wording;
        this.language = language;
    }

    @Override
    public List<SheetCell> headers() {
        return HEADERS.stream().map(SheetCell::text).toList();
    }

    @Override
    public List<SheetCell> row(Outcome outcome) {
        List<SheetCell> cells = new ArrayList<>();
        cells.add(number(outcome.line()));
        cells.add(outcome.id() instanceof Number id ? number(id.doubleValue()) : text(outcome.id()));
        Outcome.Advised advised = outcome.advised();
        cells.add(SheetCell.text(advised == null ? "" : advised.company()));
        cells.add(number(outcome.status()));
        if (advised != null) {
            cells.addAll(verdict(advised.verdict()));
            cells.add(SheetCell.text(doubts(advised.doubts())));
            cells.addAll(flip(advised.nearestFlip()));
        } else {
            while (cells.size() < HEADERS.size() - 1) {
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
                percent == null ? SheetCell.EMPTY : number(Math.rint(percent * 100) / 100));
    }

    @Override
    public List<SheetCell> last(ScreeningSummary summary) {
        return List.of(SheetCell.text(wording.text(
                "screening.last-row",
                language,
                summary.rows(),
                summary.advised(),
                summary.refused(),
                summary.edition(),
                summary.market())));
    }

    private static SheetCell number(double value) {
        return new SheetCell(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(), Kind.NUMBER);
    }

    private static SheetCell text(@Nullable Object value) {
        return SheetCell.text(value == null ? "" : value.toString());
    }
}
