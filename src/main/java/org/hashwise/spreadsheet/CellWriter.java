package org.hashwise.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writer of texts into cells that a workbook has; formats, comments, other cells and other parts stay as they are. */
public final class CellWriter {

    private static final Pattern OTHER_ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding=[\"'](?!utf-8[\"'])", Pattern.CASE_INSENSITIVE);

    private CellWriter() {}

    /**
     * The workbook with other texts in some cells.
     *
     * @param workbook of no more bytes than a caller holds in memory, unpacked
     * @param sheet whose cells are written
     * @param textByAddress texts by addresses such as {@code E43}
     * @return empty when the sheet does not store one of the cells
     */
    public static Optional<byte[]> write(byte[] workbook, WorkbookParts.Sheet sheet, Map<String, String> textByAddress)
            throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream(workbook.length);
        boolean found = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(written)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (("/" + entry.getName()).equalsIgnoreCase(sheet.part())) {
                    Optional<byte[]> edited = edited(content, textByAddress);
                    if (edited.isEmpty()) {
                        return Optional.empty();
                    }
                    content = edited.get();
                    found = true;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(content);
            }
        }
        return found ? Optional.of(written.toByteArray()) : Optional.empty();
    }

    private static Optional<byte[]> edited(byte[] part, Map<String, String> textByAddress) {
        String xml = new String(part, StandardCharsets.UTF_8);
        if (OTHER_ENCODING.matcher(xml).find()) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> cell : textByAddress.entrySet()) {
            Matcher element = Pattern.compile(
                            "<(\\w+:)?c(?=\\s)([^>]*?)\\sr=\"" + Pattern.quote(cell.getKey())
                                    + "\"([^>]*?)(?:/>|>.*?</\\1?c>)",
                            Pattern.DOTALL)
                    .matcher(xml);
            if (!element.find()) {
                return Optional.empty();
            }
            String prefix = element.group(1) == null ? "" : element.group(1);
            String style = (element.group(2) + element.group(3)).replaceAll("\\st=\"[^\"]*\"", "");
            String text = "<" + prefix + "c r=\"" + cell.getKey() + "\"" + style + " t=\"inlineStr\"><" + prefix
                    + "is><"
                    + prefix + "t xml:space=\"preserve\">" + escaped(cell.getValue()) + "</" + prefix + "t></" + prefix
                    + "is></" + prefix + "c>";
            xml = xml.substring(0, element.start()) + text + xml.substring(element.end());
        }
        return Optional.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
