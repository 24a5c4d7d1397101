package org.hashwise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files in {@code golden}: what earlier releases wrote, read without the classes that may have changed since. */
final class GoldenReceipts {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private GoldenReceipts() {}

    /** @param name where it comes from, for reports of tests */
    record GoldenReceipt(String name, String body) {

        String field(String name) {
            return json().path(name).asString();
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The receipts that are files of their own, and those within the export, by their edition: each is opened once. */
    static List<GoldenReceipt> all() {
        List<GoldenReceipt> all = new ArrayList<>();
        for (Path file : files("receipts")) {
            all.add(new GoldenReceipt(file.getFileName().toString(), text(file)));
        }
        all.addAll(exported());
        all.sort((one, other) -> one.field("rulebook").compareTo(other.field("rulebook")));
        return all;
    }

    /** All receipts of the export. */
    static List<GoldenReceipt> exported() {
        List<GoldenReceipt> exported = new ArrayList<>();
        String text = export();
        for (JsonNode assessment : JSON.readTree(text).path("assessments")) {
            for (JsonNode receipt : assessment.path("receipts")) {
                String body = receipt.toString();
                if (!text.contains(body)) {
                    throw new IllegalStateException("read otherwise than written: " + body);
                }
                String company = receipt.path("company").asString();
                exported.add(new GoldenReceipt(
                        company + " " + receipt.path("version").asString(), body));
            }
        }
        return exported;
    }

    /** Three assessments as they were exported. */
    static String export() {
        return text(FOLDER.resolve("exports/assessments.json"));
    }

    /** Packed as the store keeps them, named after their fingerprint. */
    static List<Path> editions() {
        return files("editions");
    }

    static String fingerprint(Path edition) {
        return "sha256:" + edition.getFileName().toString().replace(".zip", "");
    }

    /** Writes the rule files of an edition to a folder. */
    static void unpack(String fingerprint, Path folder) {
        Path edition = FOLDER.resolve("editions").resolve(fingerprint.replace("sha256:", "") + ".zip");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(edition))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes the backup of the store as the database of a folder of data. */
    static void restore(Path folder) {
        try (InputStream packed = Files.newInputStream(FOLDER.resolve("data/hashwise.db.gz"));
                InputStream database = new GZIPInputStream(packed)) {
            Files.copy(database, folder.resolve("hashwise.db"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(String folder) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
