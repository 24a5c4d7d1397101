package org.hashwise.memo;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writer of WordprocessingML from the XHTML of a memo: headings, paragraphs, lists, tables, charts. */
final class WordBody {

    /** Id of the relationship to the footer. */
    static final String FOOTER = "rId3";

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Set<String> BLOCKS = Set.of("h1", "h2", "h3", "p", "ul", "table", "div");
    private static final Set<String> STACKED = Set.of("name", "sum", "capital", "survival", "owner", "outcome", "wide");
    private static final Set<String> NUMBERS = Set.of("points", "sum", "flow", "capital", "survival");
    private static final String LINE_BREAK = "\u2028";
    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int MARGIN = 850;

    private static final String SMALL_HALF_POINTS = "15";
    private static final int CHART_WIDTH_MM = 110;
    private static final int SAMPLE_WIDTH_MM = 8;

    private final XMLStreamWriter writer;
    private final List<WordPicture> pictures = new ArrayList<>();
    private String heading = "";

    private WordBody(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /**
     * The main part of the document.
     *
     * @param pictures in the order of the relationships {@link WordDrawing#imageId} and {@link WordDrawing#vectorsId}
     */
    record Content(String xml, List<WordPicture> pictures) {
        Content {
            pictures = List.copyOf(pictures);
        }
    }

    static Content of(Document document) throws XMLStreamException {
        List<WordPicture> pictures = new ArrayList<>();
        String xml = part("document", body -> {
            body.start("body");
            body.blocks((Element) document.getElementsByTagName("body").item(0));
            body.section();
            body.end();
            pictures.addAll(body.pictures);
        });
        return new Content(xml, pictures);
    }

    /** Number of the page and of all pages. */
    static String footer(Document document) throws XMLStreamException {
        return part("ftr", body -> {
            body.start("p");
            body.style("Footer");
            body.field("PAGE");
            body.run(" / ", false);
            body.field("NUMPAGES");
            body.run(" · " + document.getElementsByTagName("title").item(0).getTextContent(), false);
            body.end();
        });
    }

    static String numbering() throws XMLStreamException {
        return part("numbering", body -> {
            body.start("abstractNum", "abstractNumId", "0");
            body.start("lvl", "ilvl", "0");
            body.empty("start", "val", "1");
            body.empty("numFmt", "val", "bullet");
            body.empty("lvlText", "val", "•");
            body.start("pPr");
            body.empty("ind", "left", "240", "hanging", "240");
            body.end();
            body.end();
            body.end();
            body.start("num", "numId", "1");
            body.empty("abstractNumId", "val", "0");
            body.end();
        });
    }

    private interface Part {
        void write(WordBody body) throws XMLStreamException;
    }

    private static String part(String root, Part part) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("w", root, NAMESPACE);
        writer.writeNamespace("w", NAMESPACE);
        writer.writeNamespace("r", RELATIONS);
        WordDrawing.declare(writer);
        part.write(new WordBody(writer));
        writer.writeEndDocument();
        writer.close();
        return text.toString();
    }

    private void blocks(Element parent) throws XMLStreamException {
        for (Element child : children(parent)) {
            switch (child.getTagName()) {
                case "h1", "h2", "h3" -> {
                    heading = plain(child).strip();
                    paragraph(child, "Heading" + child.getTagName().charAt(1), isClass(child, "part"));
                }
                case "p" -> {
                    if (isClass(child, "axis")) {
                        axis(child);
                    } else {
                        paragraph(child, style(child), false);
                    }
                }
                case "ul" -> {
                    for (Element item : children(child)) {
                        paragraph(item, "ListBullet", false);
                    }
                }
                case "table" -> table(child);
                case "svg" -> chart(child);
                case "div" -> {
                    // The running head and foot are parts of their own.
                    if (!isClass(child, "head") && !isClass(child, "foot")) {
                        blocks(child);
                    }
                }
                default -> {}
            }
        }
    }

    private static String style(Element paragraph) {
        if (isClass(paragraph, "seal") || isClass(paragraph, "draft")) {
            return "Seal";
        }
        if (isClass(paragraph, "caption")) {
            return "Caption";
        }
        if (isClass(paragraph, "scale")) {
            return "Scale";
        }
        return isClass(paragraph, "note") || isClass(paragraph, "legend") ? "Note" : "Normal";
    }

    private void paragraph(Element element, String style, boolean newPage) throws XMLStreamException {
        start("p");
        start("pPr");
        empty("pStyle", "val", style);
        if (newPage) {
            empty("pageBreakBefore");
        }
        end();
        runs(element, false);
        end();
    }

    /** A chart in a paragraph of its own, with its alternative text. */
    private void chart(Element svg) throws XMLStreamException {
        start("p");
        style("Scale");
        start("r");
        picture(svg, CHART_WIDTH_MM, svg.getAttribute("alt"));
        end();
        end();
    }

    /** The two ends of the axis below a chart. */
    private void axis(Element axis) throws XMLStreamException {
        start("p");
        style("Axis");
        for (Element part : children(axis)) {
            if (!isClass(part, "end")) {
                runs(part, false);
            }
        }
        start("r");
        empty("tab");
        end();
        for (Element part : children(axis)) {
            if (isClass(part, "end")) {
                runs(part, false);
            }
        }
        end();
    }

    /** @param text alternative text; empty for a picture that says nothing which the text around it does not say */
    private void picture(Element svg, int widthMm, String text) throws XMLStreamException {
        pictures.add(WordPicture.of(svg));
        String[] view = svg.getAttribute("viewBox").split(" ", -1);
        double ratio = Double.parseDouble(view[3]) / Double.parseDouble(view[2]);
        start("drawing");
        new WordDrawing(writer).picture(pictures.size(), text, widthMm, ratio);
        end();
    }

    private void table(Element table) throws XMLStreamException {
        start("tbl");
        start("tblPr");
        empty("tblStyle", "val", "Memo");
        List<Element> rows = rows(table);
        int[] widths = WordColumns.widths(table, children(rows.get(0)), PAGE_WIDTH - 2 * MARGIN);
        empty("tblW", "w", String.valueOf(Arrays.stream(widths).sum()), "type", "dxa");
        empty("tblLayout", "type", "fixed");
        empty("tblLook", "val", "0420", "firstRow", "1", "firstColumn", "1");
        empty("tblCaption", "val", heading);
        empty("tblDescription", "val", heading);
        end();
        start("tblGrid");
        for (int width : widths) {
            empty("gridCol", "w", String.valueOf(width));
        }
        end();
        for (Element row : rows) {
            row(row, widths, isClass(table, "facts"));
        }
        end();
        start("p");
        style("Note");
        end();
    }

    private void row(Element row, int[] widths, boolean facts) throws XMLStreamException {
        boolean header = ((Element) row.getParentNode()).getTagName().equals("thead");
        start("tr");
        start("trPr");
        empty("cantSplit");
        if (header) {
            empty("tblHeader");
        }
        end();
        List<Element> cells = children(row);
        for (int column = 0; column < cells.size(); column++) {
            Element cell = cells.get(column);
            start("tc");
            start("tcPr");
            empty("tcW", "w", String.valueOf(widths[column]), "type", "dxa");
            end();
            boolean bold = header
                    || ((facts || isClass(row, "chosen")) && cell.getTagName().equals("th"));
            List<Element> paragraphs = children(cell).stream()
                    .filter(child -> child.getTagName().equals("p"))
                    .toList();
            if (paragraphs.isEmpty()) {
                start("p");
                if (NUMBERS.stream().anyMatch(name -> isClass(cell, name))) {
                    start("pPr");
                    empty("jc", "val", "right");
                    end();
                }
                runs(cell, bold);
                end();
            }
            for (Element paragraph : paragraphs) {
                paragraph(paragraph, "Normal", false);
            }
            end();
        }
        end();
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : children(table)) {
            if (child.getTagName().equals("tr")) {
                rows.add(child);
            } else {
                rows.addAll(children(child));
            }
        }
        return rows;
    }

    /** The text of an element as runs, with white space as a browser would show it. */
    private void runs(Element element, boolean bold) throws XMLStreamException {
        List<Run> runs = new ArrayList<>();
        collect(element, bold, false, runs);
        boolean spaced = true;
        for (int place = 0; place < runs.size(); place++) {
            Element sample = runs.get(place).sample();
            if (sample != null) {
                start("r");
                picture(sample, SAMPLE_WIDTH_MM, "");
                end();
                spaced = false;
                continue;
            }
            if (runs.get(place).text().equals(LINE_BREAK)) {
                run(LINE_BREAK, false);
                spaced = true;
                continue;
            }
            String text = runs.get(place).text().replaceAll("[ \\t\\r\\n]+", " ");
            if (spaced) {
                text = text.stripLeading();
            }
            if (place == runs.size() - 1 || runs.get(place + 1).text().equals(LINE_BREAK)) {
                text = text.stripTrailing();
            }
            if (!text.isEmpty()) {
                run(text, runs.get(place).bold(), runs.get(place).small());
                spaced = text.endsWith(" ");
            }
        }
    }

    /** @param sample the drawing of a line that a legend names; null for text */
    private record Run(
            String text,
            boolean bold,
            boolean small,
            @Nullable Element sample) {}

    private static void collect(Node node, boolean bold, boolean small, List<Run> runs) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                runs.add(new Run(child.getNodeValue(), bold, small, null));
            } else if (child instanceof Element element && !BLOCKS.contains(element.getTagName())) {
                if (isStacked(element)) {
                    runs.add(new Run(LINE_BREAK, bold, small, null));
                }
                if (isClass(element, "sample")) {
                    sample(element).ifPresent(line -> runs.add(new Run("", bold, small, line)));
                }
                collect(
                        element,
                        bold || element.getTagName().equals("b"),
                        small || isClass(element, "small") || isClass(element, "rule"),
                        runs);
            }
        }
    }

    /** The line of the chart that a legend names, drawn as a short one. */
    private static Optional<Element> sample(Element sample) {
        String strategy = sample.getAttribute("class").replaceFirst("^.*sample-", "strategy-");
        NodeList curves = sample.getOwnerDocument().getElementsByTagName("polyline");
        return IntStream.range(0, curves.getLength())
                .mapToObj(place -> (Element) curves.item(place))
                .filter(curve -> isClass(curve, strategy))
                .findFirst()
                .map(curve -> {
                    Element line = (Element) curve.cloneNode(false);
                    line.setAttribute("points", "0,2 24,2");
                    Element drawing = sample.getOwnerDocument().createElement("svg");
                    drawing.setAttribute("viewBox", "0 0 24 4");
                    drawing.appendChild(line);
                    return drawing;
                });
    }

    /** Returns whether an element is small print below a value in a cell. */
    private static boolean isStacked(Element element) {
        return isClass(element, "small")
                && element.getParentNode() instanceof Element cell
                && STACKED.stream().anyMatch(name -> isClass(cell, name));
    }

    private static String plain(Element element) {
        return element.getTextContent().replaceAll("[ \\t\\r\\n]+", " ");
    }

    static boolean isClass(Element element, String name) {
        return List.of(element.getAttribute("class").split(" ", -1)).contains(name);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private void section() throws XMLStreamException {
        start("sectPr");
        writer.writeEmptyElement("w", "footerReference", NAMESPACE);
        writer.writeAttribute("w", NAMESPACE, "type", "default");
        writer.writeAttribute("r", RELATIONS, "id", FOOTER);
        empty("pgSz", "w", String.valueOf(PAGE_WIDTH), "h", String.valueOf(PAGE_HEIGHT));
        String margin = String.valueOf(MARGIN);
        empty(
                "pgMar", "top", margin, "right", margin, "bottom", margin, "left", margin, "header", "450", "footer",
                "450", "gutter", "0");
        end();
    }

    private void style(String id) throws XMLStreamException {
        start("pPr");
        empty("pStyle", "val", id);
        end();
    }

    private void run(String text, boolean bold) throws XMLStreamException {
        run(text, bold, false);
    }

    private void run(String text, boolean bold, boolean small) throws XMLStreamException {
        start("r");
        if (bold || small) {
            start("rPr");
            if (small) {
                empty("rStyle", "val", "SmallPrint");
            }
            if (bold) {
                empty("b");
            }
            if (small) {
                // Some programs give table cells the size of the document and ignore the style.
                empty("sz", "val", SMALL_HALF_POINTS);
            }
            end();
        }
        if (text.equals(LINE_BREAK)) {
            empty("br");
            end();
            return;
        }
        start("t");
        writer.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
        writer.writeCharacters(text);
        end();
        end();
    }

    private void field(String instruction) throws XMLStreamException {
        start("fldSimple", "instr", instruction);
        run("1", false);
        end();
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        writer.writeStartElement("w", name, NAMESPACE);
        attributes(attributes);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        writer.writeEmptyElement("w", name, NAMESPACE);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int place = 0; place < attributes.length; place += 2) {
            writer.writeAttribute("w", NAMESPACE, attributes[place], attributes[place + 1]);
        }
    }

    private void end() throws XMLStreamException {
        writer.writeEndElement();
    }
}
