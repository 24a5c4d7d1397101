package org.hashwise.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.RulebookFiles;

/** The files of a rulebook packed into one byte array. */
public final class PackedFiles {

    // The same files give the same bytes, whenever they are packed.
    private static final LocalDateTime TIMELESS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackedFiles() {}

    /** A zip of the files that count for the fingerprint. */
    public static byte[] pack(RulebookFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.contentByPath().entrySet()) {
                if (!file.getKey().endsWith(".md")) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    entry.setTimeLocal(TIMELESS);
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException impossible) { // it goes to memory
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The files in a zip; empty when it is damaged, holds more than a rulebook may, or is another edition. */
    public static Optional<RulebookFiles> unpack(byte[] packed, String fingerprint) {
        Map<String, byte[]> content = new TreeMap<>();
        int room = FileLimits.TOTAL_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] file = zip.readNBytes(room + 1);
                room -= file.length;
                if (room < 0 || content.size() >= FileLimits.FILES) {
                    return Optional.empty();
                }
                content.put(entry.getName(), file);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
        return Optional.of(new RulebookFiles(content))
                .filter(files -> files.fingerprint().equals(fingerprint));
    }
}
