package org.hashwise.memo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Limits on a PDF that anybody may have made: a file of two megabytes can inflate to gigabytes, and forms that draw forms can take
 * for ever.
 */
final class UntrustedPdf {

    /** All streams together; those of a memo take two to three megabytes. */
    private static final long MOST_INFLATED = 32 << 20;

    /** A memo takes some ten thousand. */
    private static final int MOST_OPERATORS = 1_000_000;

    private static final String STREAM = "stream";
    private static final String END = "end";
    private static final int CHUNK = 1 << 16;

    private UntrustedPdf() {}

    /** @throws IOException when it is no readable PDF, or larger than any memo */
    static PDDocument load(byte[] pdf) throws IOException {
        if (inflated(pdf) > MOST_INFLATED) {
            throw new IOException("The streams of the PDF are too large");
        }
        PDDocument document = Loader.loadPDF(pdf);
        try {
            refuseOtherFilters(document.getDocument());
        } catch (IOException | RuntimeException refused) {
            document.close();
            throw refused;
        }
        return document;
    }

    /** The reader of the text; it gives up on pages with more operators than any memo has. */
    static PDFTextStripper stripper() {
        return new PDFTextStripper() {
            private int operators;

            @Override
            protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                operators++;
                if (operators > MOST_OPERATORS) {
                    throw new IOException("The pages of the PDF have too many operators");
                }
                super.processOperator(operator, operands);
            }

            // The failure of a form is only logged otherwise.
            @Override
            protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                    throws IOException {
                if (operators > MOST_OPERATORS) {
                    throw failure;
                }
                super.operatorException(operator, operands, failure);
            }
        };
    }

    // By the bytes, since loading already inflates streams that hold objects.
    private static long inflated(byte[] pdf) {
        String signs = new String(pdf, StandardCharsets.ISO_8859_1);
        long size = 0;
        for (int at = signs.indexOf(STREAM); at >= 0 && size <= MOST_INFLATED; at = signs.indexOf(STREAM, at + 1)) {
            if (!signs.startsWith(END, at - END.length())) {
                size += inflated(pdf, signs, at + STREAM.length(), MOST_INFLATED - size);
            }
        }
        return size;
    }

    private static long inflated(byte[] pdf, String signs, int end, long most) {
        int from = signs.startsWith("\r\n", end) ? end + 2 : end + 1;
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, Math.min(from, pdf.length), Math.max(0, pdf.length - from));
            for (int count = inflater.inflate(chunk); count > 0 && size <= most; count = inflater.inflate(chunk)) {
                size += count;
            }
        } catch (DataFormatException otherwise) {
            // Not packed, or broken after what was counted.
        } finally {
            inflater.end();
        }
        return size;
    }

    /** A stream that is packed twice, or in another way than those of a memo, is not unpacked at all. */
    private static void refuseOtherFilters(COSDocument document) throws IOException {
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream && !isPlain(stream.getFilters())) {
                throw new IOException("The PDF has a stream with another filter than FlateDecode");
            }
        }
    }

    private static boolean isPlain(@Nullable COSBase filters) {
        COSBase filter = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
        return filter == null || filter.equals(COSName.FLATE_DECODE);
    }
}
