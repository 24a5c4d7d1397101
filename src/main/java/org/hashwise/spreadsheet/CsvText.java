package org.hashwise.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CSV file whose character set and separator are found from its beginning: by a byte order mark, else UTF-8
 * unless the beginning is none, else windows-1252, in which spreadsheet programs save. Bytes further on that do not belong to
 * the character set become {@link #REPLACEMENT}.
 *
 * @param text without byte order mark and without a line {@code sep=;}
 * @param skipped lines before the text: 1 for a line that names the separator, else 0
 */
public record CsvText(Reader text, char separator, Charset charset, int skipped) {

    /** Stands for bytes that are not of the character set. */
    public static final char REPLACEMENT = '\uFFFD';

    private static final int BEGINNING = 64 << 10;
    private static final Charset SPREADSHEET = Charset.forName("windows-1252");
    private static final String SEPARATORS = ",;\t|";
    private static final char MARK = '\uFEFF';

    /**
     * Reads as far as the end of the first line.
     *
     * @param stated the character set, if it is known
     */
    public static CsvText of(InputStream bytes, @Nullable Charset stated) throws IOException {
        byte[] beginning = beginning(bytes);
        Charset charset = stated == null ? charset(beginning) : stated;
        Reader text = new InputStreamReader(
                new SequenceInputStream(new ByteArrayInputStream(beginning), bytes),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        String start = new String(beginning, charset);
        int skipped = 0;
        if (!start.isEmpty() && start.charAt(0) == MARK) {
            text.skip(1);
            start = start.substring(1);
        }
        String first = start.lines().findFirst().orElse("");
        if (first.matches("(?i)\"?sep=.\"?")) {
            skipped = 1;
            for (int sign = text.read(); sign >= 0 && sign != '\n'; sign = text.read()) {
                continue;
            }
            return new CsvText(text, first.replace("\"", "").charAt(4), charset, skipped);
        }
        return new CsvText(text, separator(start), charset, skipped);
    }

    // As much as there is, up to the end of a line: what follows may not have been sent yet.
    private static byte[] beginning(InputStream bytes) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        boolean ended = false;
        while (!ended && read.size() < BEGINNING) {
            int count = bytes.read(chunk, 0, Math.min(chunk.length, BEGINNING - read.size()));
            ended = count < 0;
            for (int i = 0; i < count; i++) {
                ended |= chunk[i] == '\n';
            }
            read.write(chunk, 0, Math.max(count, 0));
        }
        return read.toByteArray();
    }

    private static Charset charset(byte[] beginning) {
        if (startsWith(beginning, 0xFF, 0xFE) || startsWith(beginning, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        // The last character may be cut off.
        for (int cut = 0; cut < 4 && cut <= beginning.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(beginning, 0, beginning.length - cut));
                return StandardCharsets.UTF_8;
            } catch (CharacterCodingException tryShorter) {
                continue;
            }
        }
        return SPREADSHEET;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** The separator that the first line has most of outside of quotation marks; a comma when it has none. */
    private static char separator(String start) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < start.length() && (quoted || start.charAt(i) != '\n'); i++) {
            quoted ^= start.charAt(i) == '"';
            int known = SEPARATORS.indexOf(start.charAt(i));
            if (!quoted && known >= 0) {
                counts[known]++;
            }
        }
        int most = 0;
        for (int known = 1; known < counts.length; known++) {
            most = counts[known] > counts[most] ? known : most;
        }
        return SEPARATORS.charAt(most);
    }
}
