package org.hashwise.memo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A drawing of a memo as DOCX has it: vectors (SVG, read by Word 2016 and later), and an image (PNG) for programs that read none.
 *
 * @param png content of the image
 * @param svg content of the vectors
 */
record WordPicture(byte[] png, String svg) {

    private static final int PIXELS_PER_UNIT = 5;
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Set<String> SHAPES = Set.of("rect", "line", "polyline", "polygon");
    private static final Set<String> ATTRIBUTES = Set.of(
            "x",
            "y",
            "width",
            "height",
            "x1",
            "x2",
            "y1",
            "y2",
            "points",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray");

    static WordPicture of(Element svg) throws XMLStreamException {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        try {
            ImageIO.write(ChartDrawer.image(svg, PIXELS_PER_UNIT), "png", image);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        StringWriter vectors = new StringWriter();
        XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(vectors);
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("", "svg", NAMESPACE);
        writer.writeDefaultNamespace(NAMESPACE);
        writer.writeAttribute("viewBox", svg.getAttribute("viewBox"));
        shapes(svg, writer);
        writer.writeEndDocument();
        writer.close();
        return new WordPicture(image.toByteArray(), vectors.toString());
    }

    private static void shapes(Element parent, XMLStreamWriter writer) throws XMLStreamException {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && SHAPES.contains(element.getTagName())) {
                writer.writeEmptyElement("", element.getTagName(), NAMESPACE);
                for (int place = 0; place < element.getAttributes().getLength(); place++) {
                    Node attribute = element.getAttributes().item(place);
                    if (ATTRIBUTES.contains(attribute.getNodeName())) {
                        writer.writeAttribute(attribute.getNodeName(), attribute.getNodeValue());
                    }
                }
            } else if (child instanceof Element element) {
                shapes(element, writer);
            }
        }
    }
}
