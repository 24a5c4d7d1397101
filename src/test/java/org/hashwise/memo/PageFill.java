package org.hashwise.memo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The fill of each page of a memo: how far its text reaches down, from 0 to 1 of the room between its head and its foot. */
final class PageFill extends PDFTextStripper {

    /** A page that is less full looks like a mistake: a judgement. */
    static final double LEAST = 0.25;

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double TOP = 15 * POINTS_PER_MM;
    private static final double BOTTOM = 13 * POINTS_PER_MM;

    private double lowest;

    private PageFill(int page) {
        setStartPage(page);
        setEndPage(page);
    }

    static List<Double> of(byte[] pdf) throws IOException {
        List<Double> fills = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PageFill fill = new PageFill(page);
                fill.getText(document);
                double height = document.getPage(page - 1).getMediaBox().getHeight();
                fills.add(Math.max(0, fill.lowest - TOP) / (height - TOP - BOTTOM));
            }
        }
        return fills;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (text.getYDirAdj() < text.getPageHeight() - BOTTOM
                && !text.getUnicode().isBlank()) {
            lowest = Math.max(lowest, text.getYDirAdj());
        }
        super.processTextPosition(text);
    }
}
