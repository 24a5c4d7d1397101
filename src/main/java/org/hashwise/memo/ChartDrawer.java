package org.hashwise.memo;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Drawer of the charts of a memo into a PDF as vectors: of SVG, the elements {@code rect}, {@code line}, {@code polyline} and {@code
 * polygon} with the attributes {@code fill}, {@code stroke}, {@code stroke-width} and {@code stroke-dasharray}. Text is no part of the
 * drawings, so that it stays text.
 */
final class ChartDrawer implements SVGDrawer {

    private static final int MITER_LIMIT = 10;

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
        double[] view = numbers(svg.getAttribute("viewBox"));
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() {
                return (int) (width >= 0 ? width : view[2] * dotsPerPixel);
            }

            @Override
            public int getIntrinsicHeight() {
                return (int) (height >= 0 ? height : getIntrinsicWidth() * view[3] / view[2]);
            }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
                AffineTransform place = AffineTransform.getTranslateInstance(x, y);
                place.scale(getIntrinsicWidth() / view[2], getIntrinsicHeight() / view[3]);
                draw(svg, place, new PageCanvas(device));
            }
        };
    }

    /**
     * The same drawing as an image of so many pixels per unit, on white.
     *
     * @param svg with a {@code viewBox} that begins at 0,0
     */
    static BufferedImage image(Element svg, double scale) {
        double[] view = numbers(svg.getAttribute("viewBox"));
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(view[2] * scale), (int) Math.ceil(view[3] * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(svg, AffineTransform.getScaleInstance(scale, scale), new Canvas() {
            @Override
            public void fill(Shape shape, Color color) {
                graphics.setColor(color);
                graphics.fill(shape);
            }

            @Override
            public void draw(Shape shape, Color color, BasicStroke stroke) {
                graphics.setColor(color);
                graphics.setStroke(stroke);
                graphics.draw(shape);
            }
        });
        graphics.dispose();
        return image;
    }

    /** The surface of a drawing. */
    private interface Canvas {

        void fill(Shape shape, Color color);

        void draw(Shape shape, Color color, BasicStroke stroke);
    }

    /** The page of a PDF. */
    private record PageCanvas(OutputDevice device) implements Canvas {

        @Override
        public void fill(Shape shape, Color color) {
            device.setColor(of(color));
            device.fill(shape);
        }

        @Override
        public void draw(Shape shape, Color color, BasicStroke stroke) {
            device.setColor(of(color));
            device.setStroke(stroke);
            device.draw(shape);
        }

        private static FSRGBColor of(Color color) {
            return new FSRGBColor(color.getRed(), color.getGreen(), color.getBlue());
        }
    }

    private static void draw(Element parent, AffineTransform place, Canvas canvas) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                Shape shape = shape(element);
                if (shape == null) {
                    draw(element, place, canvas);
                } else {
                    paint(element, place.createTransformedShape(shape), place.getScaleX(), canvas);
                }
            }
        }
    }

    private static @Nullable Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "rect" ->
                new Rectangle2D.Double(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height"));
            case "line" ->
                new Line2D.Double(
                        number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"));
            case "polyline" -> path(numbers(element.getAttribute("points")), false);
            case "polygon" -> path(numbers(element.getAttribute("points")), true);
            default -> null;
        };
    }

    private static Shape path(double[] points, boolean closed) {
        Path2D path = new Path2D.Double();
        for (int place = 0; place + 1 < points.length; place += 2) {
            if (place == 0) {
                path.moveTo(points[place], points[place + 1]);
            } else {
                path.lineTo(points[place], points[place + 1]);
            }
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static void paint(Element element, Shape shape, double scale, Canvas canvas) {
        String fill = element.getAttribute("fill");
        String stroke = element.getAttribute("stroke");
        if (fill.startsWith("#")) {
            canvas.fill(shape, Color.decode(fill));
        }
        if (stroke.startsWith("#")) {
            canvas.draw(shape, Color.decode(stroke), stroke(element, scale));
        }
    }

    private static BasicStroke stroke(Element element, double scale) {
        double[] dashes = numbers(element.getAttribute("stroke-dasharray"));
        float[] pattern = new float[dashes.length];
        for (int place = 0; place < dashes.length; place++) {
            pattern[place] = (float) (dashes[place] * scale);
        }
        return new BasicStroke(
                (float) (number(element, "stroke-width") * scale),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                MITER_LIMIT,
                pattern.length == 0 ? null : pattern,
                0);
    }

    private static double number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static double[] numbers(String text) {
        return text.isBlank()
                ? new double[0]
                : Arrays.stream(text.strip().split("[ ,]+", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
        // the drawings have no text
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // the drawings have no text
    }

    @Override
    public void close() {
        // nothing is open
    }
}
