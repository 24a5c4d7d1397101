package org.hashwise.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writer of a workbook (Office Open XML, ECMA-376), sheet after sheet, row by row and without keeping any. The first row of a sheet
 * is bold and stays in view. Text is written as text, also where it begins like a formula. Not thread-safe.
 */
public final class SheetWriter {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;

    private final ZipOutputStream zip;
    private final int sheets;
    private int sheet;

    /** @param names of the sheets, of which the first one is written first */
    public SheetWriter(OutputStream out, String... names) throws IOException {
        this.sheets = names.length;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                        + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                        + " PartName=\"/xl/workbook.xml\""
                        + " ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
                        + each(number -> "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\""
                                + TYPE + "worksheet+xml\"/>")
                        + "</Types>");
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + DOCUMENT
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><sheets>"
                        + each(number -> "<sheet name=\"" + name(names[number - 1]) + "\" sheetId=\"" + number
                                + "\" r:id=\"rId" + number + "\"/>")
                        + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + each(number -> "<Relationship Id=\"rId" + number + "\" Type=\"" + DOCUMENT
                                + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>")
                        + "<Relationship Id=\"rId" + (sheets + 1) + "\" Type=\"" + DOCUMENT
                        + "/styles\" Target=\"styles.xml\"/></Relationships>");
        // Styles: 0 plain, 1 bold, 2 percent.
        part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font/><font><b/></font></fonts>"
                        + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders>"
                        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf xfId=\"0\"/>"
                        + "<xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/>"
                        + "<xf xfId=\"0\" numFmtId=\"10\" applyNumberFormat=\"1\"/></cellXfs>"
                        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
        begin();
    }

    private String each(IntFunction<String> xml) {
        return IntStream.rangeClosed(1, sheets).mapToObj(xml).collect(Collectors.joining());
    }

    private void begin() throws IOException {
        sheet++;
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheet + ".xml"));
        write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane"
                + " ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
                + " state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr"
                + " defaultRowHeight=\"15\" defaultColWidth=\"18\"/><sheetData>");
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(HEAD + xml);
        zip.closeEntry();
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    // These signs are not accepted in the name of a sheet.
    private static String name(String sheet) {
        String plain = sheet.replaceAll("[\\[\\]:*?/\\\\']", " ");
        return escaped(plain.substring(0, Math.min(plain.length(), LONGEST_NAME)));
    }

    /** A row for {@link #append}; called by any thread. */
    public static byte[] row(List<SheetCell> cells) {
        StringBuilder xml = new StringBuilder("<row>");
        for (SheetCell cell : cells) {
            String text = cell.text();
            switch (cell.kind()) {
                case NUMBER -> xml.append("<c><v>").append(text).append("</v></c>");
                case PERCENT -> xml.append("<c s=\"2\"><v>").append(text).append("</v></c>");
                case YESNO ->
                    xml.append("<c t=\"b\"><v>")
                            .append(text.equals("TRUE") ? 1 : 0)
                            .append("</v></c>");
                case DATE -> text(cell.day().map(Object::toString).orElse(text), xml);
                default -> text(text, xml);
            }
        }
        return xml.append("</row>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(String text, StringBuilder xml) {
        if (text.isEmpty()) {
            xml.append("<c/>");
        } else {
            xml.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(escaped(text.substring(0, Math.min(text.length(), LONGEST_TEXT))))
                    .append("</t></is></c>");
        }
    }

    /** Text without characters that XML cannot hold. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean control = sign < ' ' && sign != '\n' && sign != '\t' && sign != '\r';
                    boolean outside = (sign >= 0xD800 && sign <= 0xDFFF) || sign == 0xFFFE || sign == 0xFFFF;
                    escaped.appendCodePoint(control || outside ? ' ' : sign);
                }
            }
        });
        return escaped.toString();
    }

    public void append(byte[] row) throws IOException {
        zip.write(row);
    }

    /** Ends the sheet and begins the next one. */
    public void nextSheet() throws IOException {
        endSheet();
        begin();
    }

    private void endSheet() throws IOException {
        write("</sheetData></worksheet>");
        zip.closeEntry();
    }

    /** Completes the workbook; the stream below stays open. */
    public void finish() throws IOException {
        while (sheet < sheets) {
            nextSheet();
        }
        endSheet();
        zip.finish();
        zip.flush();
    }
}
