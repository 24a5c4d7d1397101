package org.hashwise.screening;

import java.util.Locale;
import java.util.Optional;

/** The formats in which companies are sent and results are given. */
public enum ScreeningFormat {
    /** A JSON object on each line, in UTF-8; a result ends with the line of its summary. */
    NDJSON,
    /** Comma-separated values (RFC 4180); a result ends with a row that states the number of rows. */
    CSV,
    /** A workbook (Office Open XML); a result that was broken off is no workbook. */
    XLSX;

    /** The format of a file name extension. */
    public static Optional<ScreeningFormat> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "ndjson", "jsonl" -> Optional.of(NDJSON);
            case "csv", "tsv", "txt" -> Optional.of(CSV);
            case "xlsx", "xlsm" -> Optional.of(XLSX);
            default -> Optional.empty();
        };
    }

    /** The ending of a file in this format. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
