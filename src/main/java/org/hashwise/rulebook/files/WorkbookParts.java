package org.hashwise.rulebook.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.hashwise.rulebook.model.FileLimits;

/** The parts of an {@code .xlsx} file (Office Open XML, ECMA-376): XML files in a zip archive that refer to each other. */
final class WorkbookParts {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Map<String, byte[]> contentByName;
    private final String workbook;
    private final List<Relationship> relationships;

    /** @param target name of the part that is referred to */
    private record Relationship(String id, String type, String target) {}

    private WorkbookParts(Map<String, byte[]> contentByName) throws IOException, XMLStreamException {
        this.contentByName = contentByName;
        workbook = target(relationships(""), "/officeDocument").orElseThrow();
        relationships = relationships(workbook);
    }

    /** The parts; empty if they are too large or one of them is a program. */
    static Optional<WorkbookParts> of(byte[] file) throws IOException, XMLStreamException {
        // Names of parts are compared without regard to case.
        Map<String, byte[]> contentByName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int left = FileLimits.WORKBOOK_BYTES;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // A few kilobytes can unpack to gigabytes, so the size is bounded while reading.
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || ++entries > FileLimits.FILES || entry.getName().contains("vbaProject")) {
                    return Optional.empty();
                }
                contentByName.put("/" + entry.getName(), content);
            }
        }
        return Optional.of(new WorkbookParts(contentByName));
    }

    XmlCursor open(String part) throws IOException, XMLStreamException {
        byte[] content = contentByName.get(part);
        if (content == null) {
            throw new NoSuchElementException(part);
        }
        return new XmlCursor(content);
    }

    /** The name of the first sheet that a reader of the workbook can see. */
    String firstVisibleSheet() throws IOException, XMLStreamException {
        XmlCursor xml = open(workbook);
        while (xml.next()) {
            if (xml.startOf("sheet")
                    && !xml.attribute("state").toLowerCase(Locale.ROOT).contains("hidden")) {
                String id = xml.attribute("id");
                return relationships.stream()
                        .filter(relationship -> relationship.id().equals(id))
                        .map(Relationship::target)
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new NoSuchElementException("visible sheet");
    }

    /** The texts that cells refer to by index. */
    List<String> sharedStrings() throws IOException, XMLStreamException {
        Optional<String> part = target(relationships, "/sharedStrings");
        List<String> strings = new ArrayList<>();
        if (part.isPresent()) {
            XmlCursor xml = open(part.get());
            while (xml.next()) {
                if (xml.startOf("si")) {
                    strings.add(richText(xml, "si"));
                }
            }
        }
        return strings;
    }

    /** The text of an element with runs of text in several formats, without phonetic hints. */
    static String richText(XmlCursor xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        while (xml.next() && !xml.endOf(element)) {
            if (xml.startOf("t") && !phonetic) {
                text.append(xml.text());
            } else if (xml.startOf("rPh") || xml.endOf("rPh")) {
                phonetic = xml.startOf("rPh");
            }
        }
        return unescaped(text.toString());
    }

    /** Replaces {@code _x000D_} and the like, by which a workbook writes characters that XML cannot hold. */
    static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private List<Relationship> relationships(String source) throws IOException, XMLStreamException {
        int slash = source.lastIndexOf('/') + 1;
        String part = source.isEmpty()
                ? "/_rels/.rels"
                : source.substring(0, slash) + "_rels/" + source.substring(slash) + ".rels";
        URI base = URI.create(source.isEmpty() ? "/" : source);
        List<Relationship> found = new ArrayList<>();
        XmlCursor xml = open(part);
        while (xml.next()) {
            if (xml.startOf("Relationship") && !xml.attribute("TargetMode").equals("External")) {
                String target = base.resolve(xml.attribute("Target")).getPath();
                found.add(new Relationship(xml.attribute("Id"), xml.attribute("Type"), target));
            }
        }
        return found;
    }

    private static Optional<String> target(List<Relationship> relationships, String type) {
        return relationships.stream()
                .filter(relationship -> relationship.type().endsWith(type))
                .map(Relationship::target)
                .findFirst();
    }
}
