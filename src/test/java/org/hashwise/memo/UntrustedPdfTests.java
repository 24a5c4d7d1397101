package org.hashwise.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

class UntrustedPdfTests {

    private static final COSName INNER = COSName.getPDFName("Inner");
    private static final byte[] MEGABYTE = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);

    @Test
    void aFileWhoseStreamsInflateTooFarIsRefused() throws IOException {
        assertRefused(page(COSName.FLATE_DECODE, 40), "too large");
        assertThat(load(page(COSName.FLATE_DECODE, 10))).isEqualTo(1);
    }

    @Test
    void aStreamThatIsPackedTwiceIsRefused() throws IOException {
        COSArray twice = new COSArray();
        twice.add(COSName.FLATE_DECODE);
        twice.add(COSName.FLATE_DECODE);

        assertRefused(page(twice, 40), "another filter");
        assertRefused(page(COSName.RUN_LENGTH_DECODE, 1), "another filter");
    }

    @Test
    void formsThatDrawFormsEndTheReading() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDFormXObject inner = form(document, null, "BT ET ".repeat(100));
            for (int depth = 0; depth < 6; depth++) {
                inner = form(document, inner, "/Inner Do ".repeat(20));
            }
            page.setResources(resources(inner));
            page.setContents(new PDStream(stream(document, null, "/Inner Do".getBytes(StandardCharsets.US_ASCII), 1)));

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> UntrustedPdf.stripper().getText(document))
                    .withMessageContaining("operators");
        }
    }

    private static void assertRefused(byte[] pdf, String why) {
        assertThat(pdf.length).isLessThan(2 << 20);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> load(pdf)).withMessageContaining(why);
    }

    private static int load(byte[] pdf) throws IOException {
        try (PDDocument document = UntrustedPdf.load(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** A file with a page of blanks. */
    private static byte[] page(COSBase filters, int megabytes) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            page.setContents(new PDStream(stream(document, filters, MEGABYTE, megabytes)));
            document.addPage(page);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static COSStream stream(PDDocument document, COSBase filters, byte[] content, int times)
            throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = filters == null ? stream.createOutputStream() : stream.createOutputStream(filters)) {
            for (int time = 0; time < times; time++) {
                out.write(content);
            }
        }
        return stream;
    }

    private static PDFormXObject form(PDDocument document, PDFormXObject inner, String content) throws IOException {
        PDFormXObject form = new PDFormXObject(stream(document, null, content.getBytes(StandardCharsets.US_ASCII), 1));
        form.setResources(inner == null ? new PDResources() : resources(inner));
        return form;
    }

    private static PDResources resources(PDFormXObject inner) {
        PDResources resources = new PDResources();
        resources.put(INNER, inner);
        return resources;
    }
}
