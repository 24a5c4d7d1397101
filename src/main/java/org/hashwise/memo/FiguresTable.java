package org.hashwise.memo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.advice.Evidence;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Plain;
import org.hashwise.economics.Metric;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.text.PageText;

/** The numbers, reasons and assumptions of an advice as a table; the first row has the headers. */
final class FiguresTable {

    private static final List<String> COLUMNS =
            List.of("part", "id", "name", "value", "shown", "strategy", "points", "text", "source", "date");

    private final PageText texts;
    private final List<List<SheetCell>> rows = new ArrayList<>();

    private FiguresTable(PageText texts) {
        this.texts = texts;
    }

    static List<List<SheetCell>> of(Evaluation evaluation, AdviceDocument advice, PageText texts) {
        FiguresTable table = new FiguresTable(texts);
        table.rows.add(COLUMNS.stream()
                .map(column -> SheetCell.text(texts.message("figures." + column)))
                .toList());
        table.add(evaluation, advice);
        return table.rows;
    }

    private void add(Evaluation evaluation, AdviceDocument advice) {
        advice.ranking()
                .forEach(option -> add(
                        "option",
                        option.strategy().name(),
                        texts.strategy(option.strategy()),
                        option.score(),
                        standing(option, advice),
                        option.strategy().name(),
                        option.score(),
                        blockers(option, advice),
                        "",
                        ""));
        Plain.map(evaluation.request().answers().byId())
                .forEach((id, value) ->
                        add("answer", id, texts.label(id), value, texts.exactly(id, value), "", "", "", "", ""));
        String day = evaluation.market().asOf().toString();
        evaluation
                .market()
                .indicators()
                .forEach((id, indicator) -> add(
                        "market",
                        id,
                        texts.label(id),
                        Plain.number(indicator.value()),
                        texts.exactly(id, Plain.number(indicator.value())),
                        "",
                        "",
                        evaluation.situation().isAnswered(id) ? texts.message("figures.replaced") : "",
                        indicator.source().in(evaluation.request().language()),
                        day));
        advice.assumptions()
                .forEach(item -> add(
                        "assumption",
                        item.id(),
                        texts.label(item.id()),
                        item.value(),
                        texts.value(item.id(), item.value()),
                        "",
                        "",
                        item.because(),
                        item.source(),
                        ""));
        advice.metrics().forEach(this::metric);
        advice.gates()
                .forEach(gate -> add(
                        "gate",
                        gate.rule(),
                        gate.title(),
                        "",
                        "",
                        gate.blocks().name(),
                        "",
                        gate.text(),
                        gate.source(),
                        ""));
        advice.evidence()
                .forEach(item -> add(
                        "reason",
                        item.rule(),
                        item.title(),
                        "",
                        "",
                        item.strategy().name(),
                        item.direction() == Evidence.Direction.FOR ? item.strength() : -item.strength(),
                        item.text(),
                        item.source(),
                        ""));
    }

    private void metric(String id, Object value) {
        boolean missing = value instanceof Number number
                && Metric.ofId(id)
                        .filter(metric -> metric.isMissing(number.doubleValue()))
                        .isPresent();
        add("metric", id, texts.label(id), missing ? "" : value, texts.value(id, value), "", "", "", "", "");
    }

    private String standing(AdviceDocument.Ranked option, AdviceDocument advice) {
        boolean recommended = option.strategy() == advice.recommendation().strategy();
        return recommended
                ? texts.message("memo.options.recommended")
                : option.viable() ? "" : texts.message("figures.blocked");
    }

    private String blockers(AdviceDocument.Ranked option, AdviceDocument advice) {
        return advice.gates().stream()
                .filter(gate -> gate.blocks() == option.strategy())
                .map(gate -> gate.title() + " (" + gate.rule() + ")")
                .collect(Collectors.joining(texts.message("memo.options.blocked.separator")));
    }

    private void add(String part, Object... cells) {
        List<SheetCell> row = new ArrayList<>();
        row.add(SheetCell.text(texts.message("figures.part." + part)));
        for (Object cell : cells) {
            row.add(
                    cell instanceof Number number
                            ? new SheetCell(
                                    BigDecimal.valueOf(number.doubleValue())
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    SheetCell.CellType.NUMBER)
                            : SheetCell.text(String.valueOf(cell)));
        }
        rows.add(List.copyOf(row));
    }
}
