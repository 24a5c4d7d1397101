package org.hashwise.memo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Bounds on PDFs from outside: what inflates to far more than any memo is refused before it is parsed. */
final class PdfBounds {

    /** Many times what the streams of the longest memo have, deflated and inflated, in bytes. */
    private static final long MOST_BYTES = 48L << 20;

    private static final Pattern SEVERAL_FILTERS = Pattern.compile("/Filter\\s*\\[\\s*/\\w+\\s*/");
    private static final int CHUNK = 1 << 16;

    private PdfBounds() {}

    /** @throws IOException when it inflates to too much, or its streams are packed in another way than those of a memo */
    static void check(byte[] pdf) throws IOException {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (SEVERAL_FILTERS.matcher(text).find() || text.contains("LZWDecode") || text.contains("/RunLength")) {
            throw new IOException("filters");
        }
        long total = 0;
        byte[] chunk = new byte[CHUNK];
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 1)) {
            int start = at + "stream".length();
            while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
                start++;
            }
            total += inflate(pdf, start, chunk, MOST_BYTES - total);
            if (total > MOST_BYTES) {
                throw new IOException("size");
            }
        }
    }

    /**
     * Inflates the data from a place on until they end, are invalid, or exceed a bound. The result is the number of bytes read and
     * written: readers of PDFs keep what precedes invalid data, and data that inflate to nothing take time too.
     */
    private static long inflate(byte[] pdf, int start, byte[] chunk, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, start, pdf.length - start);
            while (inflater.getBytesWritten() <= most
                    && !inflater.finished()
                    && !inflater.needsInput()
                    && !inflater.needsDictionary()) {
                inflater.inflate(chunk);
            }
            return inflater.getBytesRead() + inflater.getBytesWritten();
        } catch (DataFormatException invalid) {
            return inflater.getBytesRead() + inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
