package org.hashwise.memo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hashwise.memo.MemoCheck.MemoDifference;
import org.hashwise.memo.MemoCheck.MemoPart;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of a PDF with the memo made again: the pages, then every object that the document information, a page or the catalog
 * refers to. Nothing that a reader sees, hears or starts is elsewhere. Numbers of objects and the compression of streams do not
 * count, nor do the times at which a file was made and the colour profile, which the Java runtime provides.
 */
final class PdfComparison {

    /** The place of an entry, by that of the object it belongs to. Entries not named here stay in that place. */
    private static final Map<MemoPart, Map<String, MemoPart>> PLACES = Map.of(
            MemoPart.PROPERTIES,
                    Map.of(
                            "Title", MemoPart.TITLE,
                            "Author", MemoPart.AUTHOR,
                            "Subject", MemoPart.SUBJECT,
                            "Keywords", MemoPart.KEYWORDS),
            MemoPart.BOOKMARK, Map.of("Dest", MemoPart.BOOKMARK_TARGET, "A", MemoPart.BOOKMARK_TARGET),
            MemoPart.TAGS,
                    Map.of(
                            "Alt", MemoPart.ALTERNATIVE_TEXT,
                            "ActualText", MemoPart.ALTERNATIVE_TEXT,
                            "E", MemoPart.ALTERNATIVE_TEXT,
                            "Lang", MemoPart.LANGUAGE),
            MemoPart.OTHER,
                    Map.ofEntries(
                            Map.entry("Metadata", MemoPart.METADATA),
                            Map.entry("Lang", MemoPart.LANGUAGE),
                            Map.entry("Outlines", MemoPart.BOOKMARK),
                            Map.entry("StructTreeRoot", MemoPart.TAGS),
                            Map.entry("EmbeddedFiles", MemoPart.ATTACHMENT),
                            Map.entry("AF", MemoPart.ATTACHMENT),
                            Map.entry("Annots", MemoPart.ANNOTATION),
                            Map.entry("AcroForm", MemoPart.FORM),
                            Map.entry("JavaScript", MemoPart.ACTION),
                            Map.entry("OpenAction", MemoPart.ACTION),
                            Map.entry("AA", MemoPart.ACTION),
                            Map.entry("PageLabels", MemoPart.PAGE_LABEL),
                            Map.entry("Resources", MemoPart.DRAWING)));

    /** Entries that say best what something is, the best first. */
    private static final List<String> TELLING = List.of(
            "Title", "URI", "JS", "Alt", "Contents", "T", "UF", "F", "Desc", "A", "S", "Subtype", "Type", "Fields");

    private static final Set<String> PACKING = Set.of("Length", "Filter", "DecodeParms");
    private static final Set<String> TIMES = Set.of("CreationDate", "ModDate");
    private static final Pattern TIME = Pattern.compile("D:[0-9]+[0-9Z'+-]*");
    private static final Pattern XMP_TIMES =
            Pattern.compile("<xmp:(CreateDate|ModifyDate|MetadataDate)>[0-9TZ:.+-]*</xmp:\\1>");
    private static final Pattern XMP_TOKENS = Pattern.compile("(?<=>)|(?=<)");

    private final PDDocument given;
    private final PDDocument made;
    private final IdentityHashMap<COSBase, Integer> givenPages;
    private final IdentityHashMap<COSBase, Integer> madePages;
    private final IdentityHashMap<COSBase, COSBase> counterparts = new IdentityHashMap<>();
    private final Deque<Pair> open = new ArrayDeque<>();

    private PdfComparison(PDDocument given, PDDocument made) {
        this.given = given;
        this.made = made;
        givenPages = pages(given);
        madePages = pages(made);
    }

    /**
     * Two objects at the same place.
     *
     * @param page from 1; 0 when the place belongs to no page
     * @param key their entry
     */
    private record Pair(
            MemoPart place,
            int page,
            String key,
            @Nullable COSBase given,
            @Nullable COSBase made) {}

    /** The first difference; null when there is none. */
    static @Nullable MemoDifference first(byte[] given, byte[] made) throws IOException {
        try (PDDocument theirs = UntrustedPdf.load(given);
                PDDocument ours = UntrustedPdf.load(made)) {
            PdfComparison comparison = new PdfComparison(theirs, ours);
            MemoDifference onPages = comparison.onPages();
            return onPages == null ? comparison.elsewhere() : onPages;
        }
    }

    private @Nullable MemoDifference onPages() throws IOException {
        for (int page = 1; page <= Math.max(made.getNumberOfPages(), given.getNumberOfPages()); page++) {
            List<String> found = lines(given, page);
            List<String> expected = lines(made, page);
            for (int line = 0; line < Math.max(expected.size(), found.size()); line++) {
                String one = line < found.size() ? found.get(line) : "";
                String other = line < expected.size() ? expected.get(line) : "";
                if (!one.equals(other)) {
                    return new MemoDifference(MemoPart.LINE, page, one, other);
                }
            }
            if (!Arrays.equals(content(given, page), content(made, page))) {
                return new MemoDifference(MemoPart.DRAWING, page, "", "");
            }
        }
        return null;
    }

    private static List<String> lines(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = UntrustedPdf.stripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).lines().map(String::strip).toList();
    }

    private static byte @Nullable [] content(PDDocument document, int page) throws IOException {
        if (page > document.getNumberOfPages()) {
            return null;
        }
        try (InputStream content = document.getPage(page - 1).getContents()) {
            return content.readAllBytes();
        }
    }

    private static IdentityHashMap<COSBase, Integer> pages(PDDocument document) {
        IdentityHashMap<COSBase, Integer> pages = new IdentityHashMap<>();
        for (PDPage page : document.getPages()) {
            pages.put(page.getCOSObject(), pages.size() + 1);
        }
        return pages;
    }

    private @Nullable MemoDifference elsewhere() throws IOException {
        // The last is compared first.
        open.push(new Pair(
                MemoPart.OTHER,
                0,
                "",
                given.getDocumentCatalog().getCOSObject(),
                made.getDocumentCatalog().getCOSObject()));
        // Before the catalog, because bookmarks refer to the structure too.
        open.push(new Pair(
                MemoPart.TAGS,
                0,
                "",
                given.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.STRUCT_TREE_ROOT),
                made.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.STRUCT_TREE_ROOT)));
        for (int page = made.getNumberOfPages(); page > 0; page--) {
            entries(new Pair(
                    MemoPart.OTHER,
                    page,
                    "",
                    given.getPage(page - 1).getCOSObject(),
                    made.getPage(page - 1).getCOSObject()));
        }
        open.push(new Pair(
                MemoPart.PROPERTIES,
                0,
                "",
                given.getDocumentInformation().getCOSObject(),
                made.getDocumentInformation().getCOSObject()));
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (!same(pair)) {
                MemoPart place = pair.place();
                boolean shown = place != MemoPart.DRAWING && place != MemoPart.OTHER;
                return place == MemoPart.METADATA
                                && pair.given() instanceof COSStream one
                                && pair.made() instanceof COSStream other
                        ? metadata(one, other)
                        : new MemoDifference(
                                place,
                                pair.page(),
                                shown ? text(pair.given(), givenPages) : "",
                                shown ? text(pair.made(), madePages) : "");
            }
        }
        return null;
    }

    /** Returns whether two objects are equal, apart from their contents, which is compared next. */
    private boolean same(Pair pair) throws IOException {
        COSBase one = pair.given();
        COSBase other = pair.made();
        if (one == null || other == null) {
            return one == other;
        }
        Integer page = madePages.get(other);
        if (page != null || givenPages.containsKey(one)) {
            return page != null && page.equals(givenPages.get(one));
        }
        if (one instanceof COSString text && other instanceof COSString known) {
            boolean times =
                    TIMES.contains(pair.key()) && TIME.matcher(text.getString()).matches();
            return times || Arrays.equals(text.getBytes(), known.getBytes());
        }
        if (one instanceof COSNumber number && other instanceof COSNumber known) {
            return number.floatValue() == known.floatValue();
        }
        if (one instanceof COSName || one instanceof COSBoolean) {
            return one.equals(other);
        }
        if (one.getClass() != other.getClass()) {
            return false;
        }
        COSBase counterpart = counterparts.putIfAbsent(other, one);
        if (counterpart != null) {
            return counterpart == one;
        }
        if (one instanceof COSStream stream
                && other instanceof COSStream known
                && !sameContent(pair.place(), stream, known)) {
            return false;
        }
        entries(pair);
        return true;
    }

    private static boolean sameContent(MemoPart place, COSStream one, COSStream other) throws IOException {
        return place == MemoPart.METADATA ? xmp(one).equals(xmp(other)) : Arrays.equals(content(one), content(other));
    }

    /** Puts what is in two objects before all that is still to be compared: texts, then objects, then numbers and names. */
    private void entries(Pair pair) {
        if (pair.given() instanceof COSArray one && pair.made() instanceof COSArray other) {
            for (int at = Math.max(one.size(), other.size()) - 1; at >= 0; at--) {
                COSBase ours = at < other.size() ? other.getObject(at) : null;
                COSBase theirs = at < one.size() ? one.getObject(at) : null;
                open.push(new Pair(pair.place(), pair.page(), pair.key(), theirs, ours));
            }
        }
        if (pair.given() instanceof COSDictionary one && pair.made() instanceof COSDictionary other) {
            Comparator<COSName> order = Comparator.comparing((COSName key) -> rank(one, other, key))
                    .thenComparing(COSName::getName)
                    .reversed();
            Set<COSName> keys = new TreeSet<>(order);
            keys.addAll(one.keySet());
            keys.addAll(other.keySet());
            int page = madePages.getOrDefault(other.getDictionaryObject(COSName.PG), pair.page());
            for (COSName key : keys) {
                String name = key.getName();
                boolean content = madePages.containsKey(other) && name.equals("Contents");
                if (!content
                        && !(one instanceof COSStream && PACKING.contains(name))
                        && !name.equals("DestOutputProfile")) {
                    MemoPart place = PLACES.getOrDefault(pair.place(), Map.of()).getOrDefault(name, pair.place());
                    open.push(
                            new Pair(place, page, name, one.getDictionaryObject(key), other.getDictionaryObject(key)));
                }
            }
        }
    }

    private static int rank(COSDictionary one, COSDictionary other, COSName key) {
        COSBase value = other.containsKey(key) ? other.getDictionaryObject(key) : one.getDictionaryObject(key);
        return value instanceof COSString ? 0 : value instanceof COSDictionary || value instanceof COSArray ? 1 : 2;
    }

    private static byte[] content(COSStream stream) throws IOException {
        try (InputStream content = stream.createInputStream()) {
            return content.readAllBytes();
        }
    }

    private static MemoDifference metadata(COSStream given, COSStream made) throws IOException {
        List<String> found = xmp(given);
        List<String> expected = xmp(made);
        int at = 0;
        while (at < found.size() && at < expected.size() && found.get(at).equals(expected.get(at))) {
            at++;
        }
        return new MemoDifference(
                MemoPart.METADATA,
                0,
                at < found.size() ? found.get(at) : "",
                at < expected.size() ? expected.get(at) : "");
    }

    /** The tags of XMP and the texts between them, without the times at which the file was made. */
    private static List<String> xmp(COSStream stream) throws IOException {
        String text = new String(content(stream), StandardCharsets.UTF_8);
        return XMP_TOKENS
                .splitAsStream(XMP_TIMES.matcher(text).replaceAll(""))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /** A short description of an object; empty when there is none. */
    private static String text(@Nullable COSBase object, IdentityHashMap<COSBase, Integer> pages) {
        COSBase told = object;
        for (int depth = 0; depth < TELLING.size(); depth++) {
            if (told instanceof COSDictionary dictionary && !pages.containsKey(told)) {
                told = Stream.concat(
                                TELLING.stream().map(COSName::getPDFName),
                                dictionary.keySet().stream().sorted())
                        .map(dictionary::getDictionaryObject)
                        .filter(value -> value != null)
                        .findFirst()
                        .orElse(null);
            } else if (told instanceof COSArray array) {
                COSBase first = array.size() == 0 ? null : array.getObject(0);
                told = first instanceof COSNumber && array.size() > 1 ? array.getObject(1) : first;
            }
        }
        if (told instanceof COSString string) {
            return string.getString();
        }
        if (told instanceof COSName name) {
            return name.getName();
        }
        if (told instanceof COSNumber number) {
            return String.valueOf(number.floatValue()).replaceAll("\\.0$", "");
        }
        Integer page = told == null ? null : pages.get(told);
        return page == null ? "" : page.toString();
    }
}
