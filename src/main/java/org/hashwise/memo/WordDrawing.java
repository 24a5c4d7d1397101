package org.hashwise.memo;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writer of a picture in a line of text in DrawingML: vectors, with an image for programs that read none. */
final class WordDrawing {

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private static final String VECTORS = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
    private static final String VECTORS_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
    private static final String DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative";
    private static final String DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";
    private static final int EMU_PER_MM = 36_000;

    private final XMLStreamWriter writer;

    WordDrawing(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** Declares the namespaces of pictures at the root of a part. */
    static void declare(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeNamespace("wp", INLINE);
        writer.writeNamespace("a", DRAWING);
        writer.writeNamespace("pic", PICTURE);
        writer.writeNamespace("asvg", VECTORS);
        writer.writeNamespace("adec", DECORATIVE);
    }

    /** Id of the relationship to an image. */
    static String imageId(int picture) {
        return "rIdImage" + picture;
    }

    /** Id of the relationship to vectors. */
    static String vectorsId(int picture) {
        return "rIdVectors" + picture;
    }

    /**
     * Writes the content of a drawing.
     *
     * @param number of the picture, from 1
     * @param text alternative text; empty for a picture that only decorates
     * @param ratio of height to width
     */
    void picture(int number, String text, int widthMm, double ratio) throws XMLStreamException {
        String id = String.valueOf(number);
        long width = (long) widthMm * EMU_PER_MM;
        long height = Math.round(width * ratio);
        String[] size = {"cx", String.valueOf(width), "cy", String.valueOf(height)};
        open("wp", INLINE, "inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0");
        open("wp", INLINE, "extent", size);
        end();
        open("wp", INLINE, "docPr", "id", id, "name", "Chart " + number, "descr", text);
        if (text.isEmpty()) {
            open("a", DRAWING, "extLst");
            open("a", DRAWING, "ext", "uri", DECORATIVE_EXTENSION);
            open("adec", DECORATIVE, "decorative", "val", "1");
            end();
            end();
            end();
        }
        end();
        open("a", DRAWING, "graphic");
        open("a", DRAWING, "graphicData", "uri", PICTURE);
        open("pic", PICTURE, "pic");
        open("pic", PICTURE, "nvPicPr");
        open("pic", PICTURE, "cNvPr", "id", id, "name", "Chart " + number, "descr", text);
        end();
        open("pic", PICTURE, "cNvPicPr");
        end();
        end();
        open("pic", PICTURE, "blipFill");
        open("a", DRAWING, "blip");
        writer.writeAttribute("r", WordBody.RELATIONS, "embed", imageId(number));
        open("a", DRAWING, "extLst");
        open("a", DRAWING, "ext", "uri", VECTORS_EXTENSION);
        open("asvg", VECTORS, "svgBlip");
        writer.writeAttribute("r", WordBody.RELATIONS, "embed", vectorsId(number));
        end();
        end();
        end();
        end();
        open("a", DRAWING, "stretch");
        open("a", DRAWING, "fillRect");
        end();
        end();
        end();
        open("pic", PICTURE, "spPr");
        open("a", DRAWING, "xfrm");
        open("a", DRAWING, "off", "x", "0", "y", "0");
        end();
        open("a", DRAWING, "ext", size);
        end();
        end();
        open("a", DRAWING, "prstGeom", "prst", "rect");
        open("a", DRAWING, "avLst");
        end();
        end();
        end();
        end();
        end();
        end();
        end();
    }

    private void open(String prefix, String namespace, String name, String... attributes) throws XMLStreamException {
        writer.writeStartElement(prefix, name, namespace);
        for (int place = 0; place < attributes.length; place += 2) {
            writer.writeAttribute(attributes[place], attributes[place + 1]);
        }
    }

    private void end() throws XMLStreamException {
        writer.writeEndElement();
    }
}
