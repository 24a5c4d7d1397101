package org.hashwise.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.spreadsheet.CsvText;

/** Reader of several market files into one table. What a file is follows from its content; only YAML is known by its name. */
final class MarketFiles {

    /** Decades of daily values of a publisher with a hundred columns fit. */
    static final int LARGEST_BYTES = 20_000_000;

    private MarketFiles() {}

    static MarketTable read(Collection<Path> files) {
        MarketTable table = new MarketTable();
        files.forEach(file -> read(file, table));
        return table;
    }

    private static void read(Path file, MarketTable table) {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] content;
            try (InputStream bytes = Files.newInputStream(file)) {
                content = bytes.readNBytes(LARGEST_BYTES + 1);
            }
            if (content.length > LARGEST_BYTES) {
                table.problem(Code.TOO_LARGE, Place.of(name), LARGEST_BYTES);
                return;
            }
            read(name, content, table);
        } catch (IOException failure) {
            table.problem(Code.UNREADABLE, Place.of(file.toString()));
        }
    }

    static void read(String name, byte[] content, MarketTable table) {
        table.begin(name);
        String text = text(content);
        String start = text.stripLeading();
        String ending = name.toLowerCase(Locale.ROOT);
        if (text.indexOf(CsvText.REPLACEMENT) >= 0) {
            table.problem(Code.SYNTAX, Place.of(name), FeedMessages.of("syntax.utf8"));
        } else if (start.startsWith("{") || start.startsWith("[")) {
            new JsonReader(table).json(name, text);
        } else if (ending.endsWith(".yaml") || ending.endsWith(".yml") || ending.endsWith(".proposal")) {
            new JsonReader(table).yaml(name, text);
        } else {
            new TableReader(table).read(name, content);
        }
    }

    /** The text of a file in UTF-8, or in UTF-16 with a byte order mark, as spreadsheet programs save text with tabs. */
    private static String text(byte[] content) {
        try (CsvText text = CsvText.of(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            StringWriter whole = new StringWriter();
            text.transferTo(whole);
            return whole.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
