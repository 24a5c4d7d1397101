package org.hashwise.memo;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.hashwise.assessment.Receipt;
import org.hashwise.memo.MemoDocument.Front;
import org.hashwise.questionnaire.Language;
import org.hashwise.text.PageTexts;
import org.hashwise.text.TemplateFolder;
import org.springframework.stereotype.Component;

/**
 * A memo as PDF: tagged and accessible (PDF/UA-1), fit for an archive (PDF/A-3a), with fonts embedded and its receipt attached.
 * Thread-safe.
 */
@Component
class MemoPdf {

    private static final String FAMILY = "Source Sans 3";
    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;
    private static final float VERSION = 1.7f;
    private static final int DECISION_PAGES = 2;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final MemoDocument documents;
    private final PageTexts texts;
    private final TemplateFolder folder;

    MemoPdf(MemoDocument documents, PageTexts texts, TemplateFolder folder) {
        this.documents = documents;
        this.texts = texts;
        this.folder = folder;
    }

    byte[] of(Memo memo, Receipt receipt) {
        String attached =
                texts.in(Language.ofCode(memo.language()).orElseThrow()).message("memo.receipt.attached");
        try {
            return SealedPdf.seal(pages(memo), receipt, memo.receipt().issuedAt(), attached);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The pages without their seal: two to decide on, or as few as there can be, and the annex. */
    byte[] pages(Memo memo) {
        try (Fonts fonts = fonts();
                PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(document, memo, front(memo, fonts), true, fonts);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            // They are written for good with their seal.
            renderer.createPDFKeepOpen().save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The longest with which the decision takes no more than two pages; else the shortest. Of the casebook's memos half have the
     * longest of all, so that the others are found by bisection only if that one is too long.
     */
    private Front front(Memo memo, Fonts fonts) throws IOException {
        if (decisionPages(memo, Front.ALL.get(0), fonts) <= DECISION_PAGES) {
            return Front.ALL.get(0);
        }
        int longest = 1;
        int shortest = Front.ALL.size() - 1;
        while (longest < shortest) {
            int middle = (longest + shortest) / 2;
            if (decisionPages(memo, Front.ALL.get(middle), fonts) <= DECISION_PAGES) {
                shortest = middle;
            } else {
                longest = middle + 1;
            }
        }
        return Front.ALL.get(shortest);
    }

    /** Pages are counted without being written, which takes longer than their layout. */
    private int decisionPages(Memo memo, Front front, Fonts fonts) throws IOException {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(document, memo, front, false, fonts)) {
            renderer.layout();
            return renderer.getRootBox().getLayer().getPages().size();
        }
    }

    private PdfBoxRenderer renderer(PDDocument document, Memo memo, Front front, boolean annexed, Fonts fonts)
            throws IOException {
        return new PdfRendererBuilder()
                .usePDDocument(document)
                .usePdfVersion(VERSION)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useSVGDrawer(new ChartDrawer())
                .useUnicodeLineBreaker(new SpaceBreaker())
                .withProducer("Hashwise " + memo.receipt().engine())
                .useFont(font(document, fonts.regular()), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(font(document, fonts.semibold()), FAMILY, SEMIBOLD, FontStyle.NORMAL, true)
                .withW3cDocument(documents.of(memo, false, front, annexed), "")
                .buildPdfRenderer();
    }

    private static PDFontSupplier font(PDDocument document, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    /** The fonts of all layouts of one memo. */
    private record Fonts(TrueTypeFont regular, TrueTypeFont semibold) implements Closeable {
        @Override
        public void close() throws IOException {
            regular.close();
            semibold.close();
        }
    }

    private Fonts fonts() throws IOException {
        return new Fonts(font("regular"), font("semibold"));
    }

    /** A font without ligatures: some have no Unicode character and could not be read out or copied. */
    private TrueTypeFont font(String weight) throws IOException {
        try (InputStream file = folder.open("memo/fonts/source-sans-3-" + weight + ".ttf")) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return font;
        }
    }
}
