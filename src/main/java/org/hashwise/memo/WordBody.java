package org.hashwise.memo;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writer of WordprocessingML from the XHTML of a memo: headings, paragraphs, lists, tables. */
final class WordBody {

    /** Id of the relationship to the footer. */
    static final String FOOTER = "rId3";

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Set<String> BLOCKS = Set.of("h1", "h2", "h3", "p", "ul", "table", "div");
    private static final Set<String> STACKED = Set.of("name", "sum", "capital", "share");
    private static final String LINE_BREAK = "\u2028";
    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int MARGIN = 850;

    private final XMLStreamWriter writer;
    private String heading = "";

    private WordBody(XMLStreamWriter writer) {
        this.writer = writer;
    }

    static String of(Document document) throws XMLStreamException {
        return part("document", body -> {
            body.start("body");
            body.blocks((Element) document.getElementsByTagName("body").item(0));
            body.section();
            body.end();
        });
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
                case "p" -> paragraph(child, style(child), false);
                case "ul" -> {
                    for (Element item : children(child)) {
                        paragraph(item, "ListBullet", false);
                    }
                }
                case "table" -> table(child);
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
        return isClass(paragraph, "note") ? "Note" : "Normal";
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

    private void table(Element table) throws XMLStreamException {
        start("tbl");
        start("tblPr");
        empty("tblStyle", "val", "Memo");
        empty("tblW", "w", "5000", "type", "pct");
        empty("tblLook", "val", "0420", "firstRow", "1", "firstColumn", "1");
        empty("tblCaption", "val", heading);
        empty("tblDescription", "val", heading);
        end();
        List<Element> rows = rows(table);
        start("tblGrid");
        for (int column = 0; column < children(rows.get(0)).size(); column++) {
            empty("gridCol");
        }
        end();
        for (Element row : rows) {
            row(row);
        }
        end();
        start("p");
        style("Note");
        end();
    }

    private void row(Element row) throws XMLStreamException {
        boolean header = ((Element) row.getParentNode()).getTagName().equals("thead");
        start("tr");
        start("trPr");
        empty("cantSplit");
        if (header) {
            empty("tblHeader");
        }
        end();
        for (Element cell : children(row)) {
            start("tc");
            start("tcPr");
            empty("tcW", "w", "0", "type", "auto");
            end();
            boolean bold = header || isClass(row, "chosen") && cell.getTagName().equals("th");
            List<Element> paragraphs = children(cell).stream()
                    .filter(child -> child.getTagName().equals("p"))
                    .toList();
            if (paragraphs.isEmpty()) {
                start("p");
                if (isClass(cell, "sum") || isClass(cell, "points")) {
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
        collect(element, bold, runs);
        boolean spaced = true;
        for (int place = 0; place < runs.size(); place++) {
            if (runs.get(place).text().equals(LINE_BREAK)) {
                run(LINE_BREAK, false);
                spaced = true;
                continue;
            }
            String text = runs.get(place).text().replaceAll("[ \\t\\r\\n]+", " ");
            if (spaced) {
                text = text.stripLeading();
            }
            if (place == runs.size() - 1) {
                text = text.stripTrailing();
            }
            if (!text.isEmpty()) {
                run(text, runs.get(place).bold());
                spaced = text.endsWith(" ");
            }
        }
    }

    private record Run(String text, boolean bold) {}

    private static void collect(Node node, boolean bold, List<Run> runs) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                runs.add(new Run(child.getNodeValue(), bold));
            } else if (child instanceof Element element && !BLOCKS.contains(element.getTagName())) {
                if (isStacked(element)) {
                    runs.add(new Run(LINE_BREAK, bold));
                }
                collect(element, bold || element.getTagName().equals("b"), runs);
            }
        }
    }

    /** Whether an element is small print that stands below a value in a cell. */
    private static boolean isStacked(Element element) {
        return isClass(element, "small")
                && element.getParentNode() instanceof Element cell
                && STACKED.stream().anyMatch(name -> isClass(cell, name));
    }

    private static String plain(Element element) {
        return element.getTextContent().replaceAll("[ \\t\\r\\n]+", " ");
    }

    private static boolean isClass(Element element, String name) {
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
        start("r");
        if (bold) {
            start("rPr");
            empty("b");
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
