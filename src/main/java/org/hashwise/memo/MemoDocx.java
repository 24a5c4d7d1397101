package org.hashwise.memo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hashwise.questionnaire.Language;
import org.hashwise.text.TemplateFolder;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * A memo as DOCX (ECMA-376, transitional), a copy to be edited: heading styles, header rows that repeat, charts, alternative texts of
 * tables and charts, page numbers. Made from the same document as the PDF. Thread-safe.
 */
@Component
class MemoDocx {

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final MemoDocument documents;
    private final TemplateFolder folder;

    MemoDocx(MemoDocument documents, TemplateFolder folder) {
        this.documents = documents;
        this.folder = folder;
    }

    byte[] of(Memo memo) {
        Document document = documents.of(memo, true);
        Language language = Language.ofCode(memo.language()).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", contentTypes());
            put(zip, "_rels/.rels", relations());
            put(zip, "docProps/core.xml", properties(document, memo));
            WordBody.Content content = WordBody.of(document);
            put(zip, "word/document.xml", content.xml());
            put(zip, "word/footer1.xml", WordBody.footer(document));
            put(zip, "word/numbering.xml", WordBody.numbering());
            put(zip, "word/styles.xml", styles(language));
            put(
                    zip,
                    "word/_rels/document.xml.rels",
                    documentRelations(content.pictures().size()));
            for (int picture = 1; picture <= content.pictures().size(); picture++) {
                WordPicture drawn = content.pictures().get(picture - 1);
                put(zip, "word/" + imageFile(picture), drawn.png());
                put(zip, "word/" + vectorsFile(picture), drawn.svg());
            }
        } catch (IOException | XMLStreamException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
        return bytes.toByteArray();
    }

    private static String imageFile(int picture) {
        return "media/chart" + picture + ".png";
    }

    private static String vectorsFile(int picture) {
        return "media/chart" + picture + ".svg";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        put(zip, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same memo gives the same bytes
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private String styles(Language language) throws IOException {
        try (InputStream file = folder.open("memo/docx-styles.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{language}", language.locale().toLanguageTag());
        }
    }

    private static String contentTypes() throws XMLStreamException {
        return xml("Types", PACKAGE + "content-types", writer -> {
            empty(
                    writer,
                    "Default",
                    "Extension",
                    "rels",
                    "ContentType",
                    "application/vnd.openxmlformats-package.relationships+xml");
            empty(writer, "Default", "Extension", "xml", "ContentType", "application/xml");
            empty(writer, "Default", "Extension", "png", "ContentType", "image/png");
            empty(writer, "Default", "Extension", "svg", "ContentType", "image/svg+xml");
            empty(writer, "Override", "PartName", "/word/document.xml", "ContentType", WORD + "document.main+xml");
            empty(writer, "Override", "PartName", "/word/styles.xml", "ContentType", WORD + "styles+xml");
            empty(writer, "Override", "PartName", "/word/numbering.xml", "ContentType", WORD + "numbering+xml");
            empty(writer, "Override", "PartName", "/word/footer1.xml", "ContentType", WORD + "footer+xml");
            empty(
                    writer,
                    "Override",
                    "PartName",
                    "/docProps/core.xml",
                    "ContentType",
                    "application/vnd.openxmlformats-package.core-properties+xml");
        });
    }

    private static String relations() throws XMLStreamException {
        return xml("Relationships", PACKAGE + "relationships", writer -> {
            relation(writer, "rId1", OFFICE + "officeDocument", "word/document.xml");
            relation(writer, "rId2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
        });
    }

    private static String documentRelations(int pictures) throws XMLStreamException {
        return xml("Relationships", PACKAGE + "relationships", writer -> {
            relation(writer, "rId1", OFFICE + "styles", "styles.xml");
            relation(writer, "rId2", OFFICE + "numbering", "numbering.xml");
            relation(writer, WordBody.FOOTER, OFFICE + "footer", "footer1.xml");
            for (int picture = 1; picture <= pictures; picture++) {
                relation(writer, WordDrawing.imageId(picture), OFFICE + "image", imageFile(picture));
                relation(writer, WordDrawing.vectorsId(picture), OFFICE + "image", vectorsFile(picture));
            }
        });
    }

    private static String properties(Document document, Memo memo) throws XMLStreamException {
        String terms = "http://purl.org/dc/elements/1.1/";
        return xml("coreProperties", PACKAGE + "metadata/core-properties", writer -> {
            for (String[] property : new String[][] {
                {"title", document.getElementsByTagName("title").item(0).getTextContent()},
                {"language", memo.language()},
                {"identifier", memo.receipt().hash()}
            }) {
                writer.writeStartElement("dc", property[0], terms);
                writer.writeNamespace("dc", terms);
                writer.writeCharacters(property[1]);
                writer.writeEndElement();
            }
        });
    }

    /** Writer of the content of an element. */
    interface XmlContent {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static String xml(String root, String namespace, XmlContent content) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("", root, namespace);
        writer.writeDefaultNamespace(namespace);
        content.write(writer);
        writer.writeEndDocument();
        writer.close();
        return text.toString();
    }

    private static void relation(XMLStreamWriter writer, String id, String type, String target)
            throws XMLStreamException {
        empty(writer, "Relationship", "Id", id, "Type", type, "Target", target);
    }

    private static void empty(XMLStreamWriter writer, String name, String... attributes) throws XMLStreamException {
        writer.writeEmptyElement(name);
        for (int place = 0; place < attributes.length; place += 2) {
            writer.writeAttribute(attributes[place], attributes[place + 1]);
        }
    }
}
