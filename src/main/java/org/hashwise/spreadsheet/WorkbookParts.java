package org.hashwise.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * The parts of an {@code .xlsx} file (Office Open XML, ECMA-376): XML files in a zip archive that refer to each other. Sizes
 * are bounded while parts are decompressed: a few kilobytes can unpack to gigabytes. Not thread-safe.
 */
public final class WorkbookParts implements AutoCloseable {

    /** Characters of all shared strings, which are held in memory, with an allowance for each string. */
    private static final long SHARED_CHARACTERS = 64 << 20;

    private static final int STRING_OVERHEAD = 32;

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    // Names of parts are compared without regard to case.
    private final Map<String, Part> partByName;
    private final AutoCloseable archive;
    private final String workbook;
    private final List<Relationship> relationships;
    private long left;

    /** The bytes of a part, from their beginning. */
    private interface Part {
        InputStream open() throws IOException;
    }

    /** @param target name of the part that is referred to */
    private record Relationship(String id, String type, String target) {}

    private WorkbookParts(Map<String, Part> partByName, AutoCloseable archive, long mostBytes)
            throws IOException, XMLStreamException {
        this.partByName = partByName;
        this.archive = archive;
        this.left = mostBytes;
        workbook = target(relationships(""), "/officeDocument").orElseThrow();
        relationships = relationships(workbook);
    }

    /**
     * A small workbook, decompressed at once.
     *
     * @throws WorkbookTooLarge when it has more parts or bytes, or one part is a program
     */
    public static WorkbookParts of(byte[] file, int mostBytes, int mostParts) throws IOException, XMLStreamException {
        Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int left = mostBytes;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                refuse(left < 0 || ++entries > mostParts || isProgram(entry));
                parts.put("/" + entry.getName(), () -> new ByteArrayInputStream(content));
            }
        }
        return new WorkbookParts(parts, () -> {}, Long.MAX_VALUE);
    }

    /**
     * A workbook that is decompressed while it is read.
     *
     * @param mostBytes that are decompressed in all; beyond them, reading ends with {@link WorkbookTooLarge}
     */
    public static WorkbookParts of(Path file, long mostBytes, int mostParts) throws IOException, XMLStreamException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            refuse(zip.size() > mostParts);
            Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                refuse(isProgram(entry));
                parts.put("/" + entry.getName(), () -> zip.getInputStream(entry));
            }
            return new WorkbookParts(parts, zip, mostBytes);
        } catch (IOException | XMLStreamException | RuntimeException damaged) {
            zip.close();
            throw damaged;
        }
    }

    private static boolean isProgram(ZipEntry entry) {
        return entry.getName().contains("vbaProject");
    }

    private static void refuse(boolean excessive) throws WorkbookTooLarge {
        if (excessive) {
            throw new WorkbookTooLarge();
        }
    }

    XmlCursor open(String part) throws IOException, XMLStreamException {
        Part found = partByName.get(part);
        if (found == null) {
            throw new NoSuchElementException(part);
        }
        return new XmlCursor(new Bounded(found.open()));
    }

    private final class Bounded extends ProxyInputStream {

        Bounded(InputStream part) {
            super(part);
        }

        @Override
        protected void afterRead(int count) throws WorkbookTooLarge {
            left -= Math.max(count, 0);
            refuse(left < 0);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            archive.close();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A sheet that a reader of the workbook can see.
     *
     * @param name as the reader sees it
     * @param part the part with its cells
     */
    public record Sheet(String name, String part) {}

    /** The sheets that are not hidden, in their order; at least one. */
    public List<Sheet> visibleSheets() throws IOException, XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        XmlCursor xml = open(workbook);
        while (xml.next()) {
            if (xml.startOf("sheet")
                    && !xml.attribute("state").toLowerCase(Locale.ROOT).contains("hidden")) {
                String name = xml.attribute("name");
                String id = xml.attribute("id");
                sheets.add(new Sheet(
                        name,
                        relationships.stream()
                                .filter(relationship -> relationship.id().equals(id))
                                .map(Relationship::target)
                                .findFirst()
                                .orElseThrow()));
            }
        }
        if (sheets.isEmpty()) {
            throw new NoSuchElementException("visible sheet");
        }
        return sheets;
    }

    /** The number formats of the styles of cells. */
    CellFormats formats() throws IOException, XMLStreamException {
        Optional<String> part = target(relationships, "/styles").filter(partByName::containsKey);
        if (part.isEmpty()) {
            return CellFormats.NONE;
        }
        try (XmlCursor xml = open(part.get())) {
            return CellFormats.read(xml);
        }
    }

    /**
     * The texts that cells refer to by index.
     *
     * @throws WorkbookTooLarge when they have more than {@value #SHARED_CHARACTERS} characters
     */
    List<String> sharedStrings() throws IOException, XMLStreamException {
        Optional<String> part = target(relationships, "/sharedStrings");
        List<String> strings = new ArrayList<>();
        if (part.isPresent()) {
            XmlCursor xml = open(part.get());
            long characters = 0;
            while (xml.next()) {
                if (xml.startOf("si")) {
                    String text = richText(xml, "si");
                    characters += text.length() + STRING_OVERHEAD;
                    refuse(characters > SHARED_CHARACTERS);
                    strings.add(text);
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
                if (text.length() > XmlCursor.MOST_CHARACTERS) {
                    throw new XMLStreamException(new WorkbookTooLarge());
                }
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
