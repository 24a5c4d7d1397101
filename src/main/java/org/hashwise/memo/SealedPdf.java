package org.hashwise.memo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a memo as PDF: its receipt as an attached file (PDF/A-3, relationship {@code Data}), and in the document information the
 * hash of the receipt and a digest of the text of all pages. The seal shows that pages and receipt belong together; only the
 * verification of the receipt shows that the receipt is right.
 */
public final class SealedPdf {

    private static final String FILE = "receipt.json";
    private static final String RECEIPT = "Receipt";
    private static final String TEXT = "TextDigest";

    private SealedPdf() {}

    /** A defect of a seal. */
    public enum Flaw {
        /** No receipt is attached. */
        NO_RECEIPT,
        /** The document information names the hash of another receipt, or none. */
        OTHER_RECEIPT,
        /** The hash of the receipt is not printed on any page. */
        HASH_NOT_PRINTED,
        /** The text of the pages is not the text that was sealed. */
        TEXT_CHANGED
    }

    /**
     * @param receipt the attached receipt; null when there is none
     * @param language code of the language of the pages; empty when none is stated
     */
    public record Seal(@Nullable String receipt, String language, List<Flaw> flaws) {
        public Seal {
            flaws = List.copyOf(flaws);
        }
    }

    /** Returns whether these are the first bytes of a PDF. */
    public static boolean isPdf(byte[] file) {
        return startsWith(file, "%PDF-");
    }

    /** Returns whether this is a DOCX: a ZIP with the part of the text. */
    public static boolean isDocx(byte[] file) {
        return startsWith(file, "PK") && new String(file, StandardCharsets.ISO_8859_1).contains("word/document.xml");
    }

    private static boolean startsWith(byte[] file, String start) {
        return new String(file, 0, Math.min(file.length, start.length()), StandardCharsets.ISO_8859_1).equals(start);
    }

    /** @throws IOException when it is no readable PDF */
    public static Seal read(byte[] pdf) throws IOException {
        try (PDDocument document = UntrustedPdf.load(pdf)) {
            String receipt = attached(document);
            if (receipt == null) {
                return new Seal(null, "", List.of(Flaw.NO_RECEIPT));
            }
            String hash = Receipt.parse(receipt).hash();
            String text = text(document);
            List<Flaw> flaws = new ArrayList<>();
            if (!hash.equals(document.getDocumentInformation().getCustomMetadataValue(RECEIPT))) {
                flaws.add(Flaw.OTHER_RECEIPT);
            }
            if (!text.contains(hash)) {
                flaws.add(Flaw.HASH_NOT_PRINTED);
            }
            if (!Sha256.prefixed(text).equals(document.getDocumentInformation().getCustomMetadataValue(TEXT))) {
                flaws.add(Flaw.TEXT_CHANGED);
            }
            String language = document.getDocumentCatalog().getLanguage();
            return new Seal(receipt, language == null ? "" : language, flaws);
        }
    }

    /** The same pages with their seal. */
    static byte[] seal(byte[] pdf, Receipt receipt, Instant at, String description) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            attach(document, receipt, at, description);
            document.getDocumentInformation().setCustomMetadataValue(RECEIPT, receipt.hash());
            document.getDocumentInformation().setCustomMetadataValue(TEXT, digest(document));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** The digest of the text of all pages. */
    static String digest(PDDocument document) throws IOException {
        return Sha256.prefixed(text(document));
    }

    private static void attach(PDDocument document, Receipt receipt, Instant at, String description)
            throws IOException {
        byte[] body = receipt.body().getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(body), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(body.length);
        file.setModDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC)));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(FILE);
        specification.setFileUnicode(FILE);
        specification.setFileDescription(description);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(FILE, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    private static @Nullable String attached(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        PDComplexFileSpecification specification = tree == null ? null : tree.getValue(FILE);
        PDEmbeddedFile file = specification == null ? null : specification.getEmbeddedFile();
        return file == null ? null : new String(file.toByteArray(), StandardCharsets.UTF_8);
    }

    /** The text of all pages without white space, in the order of the content. */
    private static String text(PDDocument document) throws IOException {
        return UntrustedPdf.stripper().getText(document).replaceAll("\\s+", "");
    }
}
