package org.hashwise.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.feed.Publisher.Column;
import org.hashwise.feed.Publisher.Special;
import org.hashwise.questionnaire.Nearest;
import org.jspecify.annotations.Nullable;

/** Reader of rows of which each states values of one day, be they lines of a table or objects of a list. */
final class TableRows {

    private static final String BITCOIN = "btc";
    private static final String SOURCE_ENDING = ".source";

    private final MarketTable table;
    private final Publisher publisher;
    private final Set<LocalDate> dates = new HashSet<>();
    private final List<String> names;
    private final @Nullable String dateName;

    /** @param names the columns of the table, or all properties of the objects */
    TableRows(MarketTable table, List<String> names) {
        this.table = table;
        this.publisher = Publisher.of(names);
        this.names = List.copyOf(names);
        this.dateName = names.stream()
                .filter(name -> special(name) == Special.DATE)
                .findFirst()
                .orElse(null);
        if (publisher != Publisher.OWN) {
            table.markSeries();
        }
    }

    private static @Nullable Special special(String name) {
        return Publisher.SPECIAL.get(Publisher.bare(name));
    }

    /** Whether the rows can be read at all; says what is missing. */
    boolean isReadable(Place header) {
        if (dateName == null) {
            table.problem(Code.NO_DATE_COLUMN, header);
            return false;
        }
        if (names.stream().noneMatch(name -> publisher.column(name).isPresent())) {
            table.problem(Code.NO_VALUES, header, String.join(", ", Publisher.OWN.names()));
            return false;
        }
        if (publisher == Publisher.OWN) {
            return names.stream().map(name -> isKnown(name, header)).reduce(true, Boolean::logicalAnd);
        }
        return true;
    }

    private boolean isKnown(String name, Place header) {
        if (special(name) != null || publisher.column(valueName(name)).isPresent()) {
            return true;
        }
        table.problem(
                Code.UNKNOWN_COLUMN,
                header.in(name),
                name,
                Nearest.to(name, publisher.names()).orElse(MarketField.PRICE.id()));
        return false;
    }

    private static String valueName(String name) {
        return name.endsWith(SOURCE_ENDING) ? name.substring(0, name.length() - SOURCE_ENDING.length()) : name;
    }

    /** Reads one row. An empty cell means that the value is unknown. */
    void read(Place row, Map<String, String> cells) {
        if (dateName == null || isOtherAsset(cells)) {
            return;
        }
        String written = cells.getOrDefault(dateName, "");
        Optional<LocalDate> date = Cells.date(written);
        if (date.isEmpty()) {
            table.problem(Code.NOT_A_DATE, row.in(dateName), written);
            return;
        }
        if (!dates.add(date.get()) && publisher == Publisher.OWN) {
            table.problem(Code.DUPLICATE_DATE, row.in(dateName), date.get());
            return;
        }
        for (Map.Entry<Column, String> each : valued(cells)) {
            value(row, date.get(), each.getKey(), each.getValue(), cells);
        }
    }

    private boolean isOtherAsset(Map<String, String> cells) {
        return cells.entrySet().stream()
                .anyMatch(cell -> special(cell.getKey()) == Special.ASSET
                        && !cell.getValue().strip().equalsIgnoreCase(BITCOIN));
    }

    // In the order of the publisher's columns, of which the first are preferred.
    private List<Map.Entry<Column, String>> valued(Map<String, String> cells) {
        List<Map.Entry<Column, String>> valued = new ArrayList<>();
        cells.forEach((name, text) -> publisher
                .column(name)
                .filter(column -> !text.isBlank())
                .ifPresent(column -> valued.add(Map.entry(column, name))));
        valued.sort((one, other) -> Integer.compare(
                publisher.names().indexOf(one.getKey().name()),
                publisher.names().indexOf(other.getKey().name())));
        return valued;
    }

    private void value(Place row, LocalDate date, Column column, String name, Map<String, String> cells) {
        String text = cells.getOrDefault(name, "");
        Place place = row.in(name);
        Optional<Double> number = Cells.number(text);
        if (number.isEmpty()) {
            table.problem(Code.NOT_A_NUMBER, place, text);
            table.markIncomplete(date);
            return;
        }
        table.put(date, column.field(), new Reading(number.get() * column.factor(), source(date, name, cells), place));
    }

    private String source(LocalDate date, String name, Map<String, String> cells) {
        if (publisher != Publisher.OWN) {
            return FeedMessages.of("source.series", publisher.title(), name, date);
        }
        String own = cells.getOrDefault(name + SOURCE_ENDING, "");
        if (!own.isBlank()) {
            return own;
        }
        return cells.entrySet().stream()
                .filter(cell -> special(cell.getKey()) == Special.SOURCE)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
