package org.hashwise.memo;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The widths of the columns of tables in a memo as DOCX, by the classes of their cells. */
final class WordColumns {

    private static final int FACT_MM = 30;
    private static final int SHORT_SUM_MM = 24; // such as 64.5M
    private static final Map<String, Integer> COLUMNS_MM = Map.ofEntries(
            Map.entry("points", 18),
            Map.entry("sum", 32),
            Map.entry("flow", 21),
            Map.entry("capital", 20),
            Map.entry("survival", 18),
            Map.entry("name", 32),
            Map.entry("owner", 34),
            Map.entry("outcome", 42),
            Map.entry("wide", 52),
            Map.entry("source", 46),
            Map.entry("value", 60));
    private static final int TWIPS_PER_MM = 57;
    private static final int PAIRS_WIDTH_MM = 140;

    private WordColumns() {}

    /**
     * The widths in twips: numbers have what they need, and texts share the rest.
     *
     * @param cells of the first row
     * @param page width of the text on a page
     */
    static int[] widths(Element table, List<Element> cells, int page) {
        int room = WordBody.isClass(table, "pairs") ? PAIRS_WIDTH_MM * TWIPS_PER_MM : page;
        int[] widths = new int[cells.size()];
        int free = 0;
        int left = room;
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(table, cells.get(column)) * TWIPS_PER_MM;
            free += widths[column] == 0 ? 1 : 0;
            left -= widths[column];
        }
        for (int column = 0; column < widths.length; column++) {
            if (free == 0) {
                widths[column] = widths[column] * room / (room - left);
            } else if (widths[column] == 0) {
                widths[column] = left / free;
            }
        }
        return widths;
    }

    /** The width of a column in mm; 0 for a share of what the others leave. */
    private static int width(Element table, Element cell) {
        if (WordBody.isClass(table, "facts")) {
            return cell.getTagName().equals("th") ? FACT_MM : 0;
        }
        if (WordBody.isClass(table, "strategies") && WordBody.isClass(cell, "sum")) {
            return SHORT_SUM_MM;
        }
        return COLUMNS_MM.entrySet().stream()
                .filter(column -> WordBody.isClass(cell, column.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }
}
