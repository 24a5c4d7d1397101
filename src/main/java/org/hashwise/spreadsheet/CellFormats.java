package org.hashwise.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.hashwise.spreadsheet.SheetCell.CellType;

/** The styles of a workbook that show a number in percent or as a date. */
final class CellFormats {

    static final CellFormats NONE = new CellFormats(List.of());

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final List<Integer> PERCENT = List.of(9, 10);

    private final List<CellType> kindByStyle;

    private CellFormats(List<CellType> kindByStyle) {
        this.kindByStyle = List.copyOf(kindByStyle);
    }

    static CellFormats read(XmlCursor xml) throws IOException, XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        List<CellType> kinds = new ArrayList<>();
        boolean formats = false;
        while (xml.next()) {
            if (xml.startOf("numFmt")) {
                codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
            } else if (xml.startOf("cellXfs") || xml.endOf("cellXfs")) {
                formats = xml.startOf("cellXfs");
            } else if (formats && xml.startOf("xf")) {
                int id = number(xml.attribute("numFmtId"));
                kinds.add(kind(id, codes.getOrDefault(id, "")));
            }
        }
        return new CellFormats(kinds);
    }

    CellType kind(String style) {
        int position = number(style);
        return position >= 0 && position < kindByStyle.size() ? kindByStyle.get(position) : CellType.NUMBER;
    }

    private static CellType kind(int id, String code) {
        // Without what is quoted, escaped, or a colour or condition in brackets.
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "").toLowerCase(Locale.ROOT);
        if (PERCENT.contains(id) || bare.contains("%")) {
            return CellType.PERCENT;
        }
        boolean date = (id >= 14 && id <= 17) || id == 22 || bare.contains("yy") || bare.matches(".*\\bd{1,4}\\b.*m.*");
        return date ? CellType.DATE : CellType.NUMBER;
    }

    private static int number(String text) {
        return !text.isEmpty() && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }
}
