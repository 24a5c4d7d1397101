package org.hashwise.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SheetWriterTests {

    /** As ECMA-376 says (18.8.20 and 18.8.45): strict readers refuse a workbook with a fill that has neither. */
    @Test
    void everyFillHasAPatternAndEveryStyleExists() throws Exception {
        Document styles = styles();

        NodeList fills = styles.getElementsByTagName("fill");
        assertThat(fills.getLength()).isPositive();
        for (int i = 0; i < fills.getLength(); i++) {
            Element pattern = (Element) fills.item(i).getFirstChild();
            assertThat(pattern.getTagName()).isEqualTo("patternFill");
            assertThat(pattern.getAttribute("patternType")).isNotEmpty();
        }
        int fonts = styles.getElementsByTagName("font").getLength();
        NodeList formats = styles.getElementsByTagName("xf");
        for (int i = 0; i < formats.getLength(); i++) {
            String font = ((Element) formats.item(i)).getAttribute("fontId");
            assertThat(font.isEmpty() ? 0 : Integer.parseInt(font)).isLessThan(fonts);
        }
    }

    private static Document styles() throws Exception {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        SheetWriter writer = new SheetWriter(workbook, "Results");
        writer.append(SheetWriter.row(List.of()));
        writer.finish();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals("xl/styles.xml")) {
                entry = zip.getNextEntry();
            }
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(zip.readAllBytes()));
        }
    }
}
