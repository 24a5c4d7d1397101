package org.hashwise.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.hashwise.feed.FeedProblem.Code;

/** Reader of several market files into one table. What a file is follows from its content; only YAML is known by its name. */
final class MarketFiles {

    /** Decades of daily values of a publisher with a hundred columns fit. */
    static final int LARGEST_BYTES = 20_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

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
        if (isUtf16(content)) { // as spreadsheet programs save text with tabs
            new TableReader(table).read(name, content);
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException otherCharset) {
            table.problem(Code.SYNTAX, Place.of(name), FeedMessages.of("syntax.utf8"));
            return;
        }
        String bare = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        String start = bare.stripLeading();
        String ending = name.toLowerCase(Locale.ROOT);
        if (start.startsWith("{") || start.startsWith("[")) {
            new JsonReader(table).json(name, bare);
        } else if (ending.endsWith(".yaml") || ending.endsWith(".yml") || ending.endsWith(".proposal")) {
            new JsonReader(table).yaml(name, bare);
        } else {
            new TableReader(table).read(name, content);
        }
    }

    private static boolean isUtf16(byte[] content) {
        return content.length > 1 && (content[0] & 0xFF) + (content[1] & 0xFF) == 0xFF + 0xFE;
    }
}
