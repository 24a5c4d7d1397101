package org.hashwise.memo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Bounds on PDFs from outside: what inflates to far more than any memo is refused before it is parsed. */
final class PdfBounds {

    /** Many times what the longest memo inflates to, in bytes. */
    private static final long MOST_INFLATED = 48L << 20;

    private static final int CHUNK = 1 << 16;

    private PdfBounds() {}

    /** @throws IOException when it inflates to too much, or its streams are packed in another way than those of a memo */
    static void check(byte[] pdf) throws IOException {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (text.matches("(?s).*/Filter\\s*\\[\\s*/\\w+\\s*/.*")
                || text.contains("LZWDecode")
                || text.contains("/RunLength")) {
            throw new IOException("filters");
        }
        long inflated = 0;
        byte[] chunk = new byte[CHUNK];
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 1)) {
            int start = at + "stream".length();
            while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
                start++;
            }
            inflated += inflated(pdf, start, chunk, MOST_INFLATED - inflated);
            if (inflated > MOST_INFLATED) {
                throw new IOException("size");
            }
        }
    }

    /** What the data from a place on inflate to, in bytes, as far as one more than a bound; 0 for data that are not deflated. */
    private static long inflated(byte[] pdf, int start, byte[] chunk, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, start, pdf.length - start);
            long size = 0;
            while (size <= most && !inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                size += inflater.inflate(chunk);
            }
            return size;
        } catch (DataFormatException noDeflate) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
