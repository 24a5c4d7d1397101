package org.hashwise.feed;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.feed.Publisher.Series;
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

    /** By name in the file, in the order of the publisher's columns, of which the first are preferred. */
    private final Map<String, Series> columns = new LinkedHashMap<>();

    private final @Nullable String dateName;
    private final @Nullable String assetName;
    private final @Nullable String sourceName;

    /** @param names the columns of the table, or all properties of the objects */
    TableRows(MarketTable table, List<String> names) {
        this.table = table;
        this.publisher = Publisher.of(names);
        this.names = List.copyOf(names);
        this.dateName = first(names, Special.DATE);
        this.assetName = first(names, Special.ASSET);
        this.sourceName = first(names, Special.SOURCE);
        Map<String, Series> known = new LinkedHashMap<>();
        names.forEach(name -> publisher.column(name).ifPresent(column -> known.put(name, column)));
        List<String> preferred = publisher.names();
        known.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        each -> preferred.indexOf(each.getValue().name())))
                .forEach(each -> columns.put(each.getKey(), each.getValue()));
        if (publisher != Publisher.OWN) {
            table.markSeries();
        }
    }

    private static @Nullable String first(List<String> names, Special special) {
        return names.stream()
                .filter(name -> special(name) == special)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Special special(String name) {
        return Publisher.SPECIAL.get(Publisher.bare(name));
    }

    /** Returns whether the rows can be read at all; says what is missing. */
    boolean isReadable(Place header) {
        if (dateName == null) {
            table.problem(Code.NO_DATE_COLUMN, header);
            return false;
        }
        if (columns.isEmpty()) {
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
        Optional<LocalDate> date = MarketTextParser.date(written);
        if (date.isEmpty()) {
            table.problem(Code.NOT_A_DATE, row.in(dateName), written);
            return;
        }
        if (!dates.add(date.get()) && publisher == Publisher.OWN) {
            table.problem(Code.DUPLICATE_DATE, row.in(dateName), date.get());
            return;
        }
        columns.forEach((name, column) -> {
            if (!cells.getOrDefault(name, "").isBlank()) {
                value(row, date.get(), column, name, cells);
            }
        });
    }

    private boolean isOtherAsset(Map<String, String> cells) {
        String asset = assetName == null ? null : cells.get(assetName);
        return asset != null && !asset.strip().equalsIgnoreCase(BITCOIN);
    }

    private void value(Place row, LocalDate date, Series column, String name, Map<String, String> cells) {
        String text = cells.getOrDefault(name, "");
        Place place = row.in(name);
        Optional<Double> number = MarketTextParser.number(text);
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
        return sourceName == null ? "" : cells.getOrDefault(sourceName, "");
    }
}
