package org.hashwise.rulebook.fix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;

/** The text of a file exactly as it is stored, with byte order mark and line ends, in which lines and columns are found. */
public final class SourceText {

    private final String file;
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();

    private SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        lineStarts.add(start);
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                lineStarts.add(i + 1);
            }
        }
    }

    /** The text of a file; empty when there is no such file, or when it is a workbook or not UTF-8. */
    static Optional<SourceText> in(RulebookFiles files, String file) {
        byte[] content = file.endsWith(".xlsx") ? null : files.contentByPath().get(file);
        return content == null ? Optional.empty() : of(file, content);
    }

    private static Optional<SourceText> of(String file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(new SourceText(file, text));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    public String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The text as readers of rule files see it: without byte order mark, with one kind of line end. */
    String normalised() {
        return text.substring(start(1)).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The number of lines; an empty one after the last line end counts. */
    int lines() {
        return lineStarts.size();
    }

    /** The offset of a line, counted from 1. */
    int start(int line) {
        return lineStarts.get(line - 1);
    }

    /** A line without its end; empty when there is no such line. */
    String line(int line) {
        if (line < 1 || line > lines()) {
            return "";
        }
        int end = line < lines() ? start(line + 1) : text.length();
        return text.substring(start(line), end).replaceAll("[\r\n]+$", "");
    }

    /** The characters that end the lines of the file. */
    String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The offset of a position; -1 when the file has no such place. Columns count code points. */
    int offset(Position position) {
        String line = line(position.line());
        int column = position.column() - 1;
        boolean exists = column >= 0 && column <= line.codePointCount(0, line.length());
        return exists && position.line() >= 1 && position.line() <= lines()
                ? start(position.line()) + line.offsetByCodePoints(0, column)
                : -1;
    }

    /**
     * The offset of the content of a cell of a table; -1 when the cell has another content. Rows of a table are lines; commas within
     * quotation marks belong to a cell.
     *
     * @param line from 1
     * @param column of the table, from 1
     */
    int cell(int line, int column, String content) {
        String row = line(line);
        int at = 0;
        boolean quoted = false;
        for (int current = 1; current < column; at++) {
            if (at == row.length()) {
                return -1;
            }
            quoted ^= row.charAt(at) == '"';
            current += row.charAt(at) == ',' && !quoted ? 1 : 0;
        }
        int start = row.startsWith("\"", at) ? at + 1 : at;
        int end = start + content.length();
        boolean whole = row.startsWith(content, start) && (end == row.length() || "\",".indexOf(row.charAt(end)) >= 0);
        return whole ? start(line) + start : -1;
    }

    /** The text after these edits, of which those that overlap another are left out. */
    public byte[] after(Collection<TextEdit> edits) {
        StringBuilder edited = new StringBuilder(text);
        int limit = text.length();
        for (TextEdit edit :
                edits.stream().distinct().sorted(TextEdit.FROM_THE_END).toList()) {
            if (edit.end() <= limit) {
                edited.replace(edit.start(), edit.end(), edit.replacement());
                limit = edit.start();
            }
        }
        return edited.toString().getBytes(StandardCharsets.UTF_8);
    }
}
