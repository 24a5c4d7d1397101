package org.hashwise.rulebook.files;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A cursor over the elements of an XML document, by local name; a document type declaration is an error. */
final class XmlCursor {

    private final XMLStreamReader reader;

    XmlCursor(byte[] document) throws CharacterCodingException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        reader = factory.createXMLStreamReader(new StringReader(decoded(document)));
    }

    // The parser of the JDK prints to the console that bytes are not UTF-8, so it gets characters.
    private static String decoded(byte[] document) throws CharacterCodingException {
        boolean wide = document.length > 1 && (document[0] & 0xFF) + (document[1] & 0xFF) == 0xFE + 0xFF;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(document)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
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
        return IntStream.range(0, reader.getAttributeCount())
                .filter(index -> reader.getAttributeLocalName(index).equals(name))
                .mapToObj(reader::getAttributeValue)
                .findFirst()
                .orElse("");
    }

    /** The text of the element that starts here; goes to its end. */
    String text() throws XMLStreamException {
        return reader.getElementText();
    }
}
