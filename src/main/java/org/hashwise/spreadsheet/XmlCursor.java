package org.hashwise.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A cursor over the elements of an XML document, by local name; a document type declaration is an error. */
final class XmlCursor implements AutoCloseable {

    private static final int MARK_BYTES = 3;

    /** Twice the longest text of a cell in Excel. */
    static final int MOST_CHARACTERS = 1 << 16;

    private final InputStream document;
    private final XMLStreamReader reader;

    /** @param document closed with the cursor */
    XmlCursor(InputStream document) throws IOException, XMLStreamException {
        this.document = document;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        reader = factory.createXMLStreamReader(decoded(document));
    }

    // The parser of the JDK prints to the console that bytes are not UTF-8, so it gets characters.
    private static InputStreamReader decoded(InputStream document) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(document, MARK_BYTES);
        byte[] mark = bytes.readNBytes(MARK_BYTES);
        boolean wide = mark.length > 1 && (mark[0] & 0xFF) + (mark[1] & 0xFF) == 0xFE + 0xFF;
        boolean marked = mark.length == MARK_BYTES && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB;
        if (!marked || wide) {
            bytes.unread(mark);
        }
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new InputStreamReader(bytes, charset.newDecoder()); // which reports bytes that are no text
    }

    /** Goes to the next start or end of an element; false at the end of the document. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("document type declaration");
            }
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    boolean startOf(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean endOf(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** The value of an attribute of the element that starts here; empty if it has none. */
    String attribute(String name) {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            if (reader.getAttributeLocalName(index).equals(name)) {
                return reader.getAttributeValue(index);
            }
        }
        return "";
    }

    /**
     * The text of the element that starts here; goes to its end.
     *
     * @throws XMLStreamException when the element holds others, or with a {@link WorkbookTooLarge} when its text is longer than that of any
     *     cell
     */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw new XMLStreamException("element within a text");
            }
            if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
            if (text.length() > MOST_CHARACTERS) {
                throw new XMLStreamException(new WorkbookTooLarge());
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
