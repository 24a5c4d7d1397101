package org.hashwise.rulebook.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rules that were compiled when the program was built. Compiling is most of a start, and the rules are mostly those that
 * came with the program. They are found by the very text that would be compiled, so that an edit of the rules, or of how
 * they are written for the engine, never meets an older compilation.
 */
final class PrecompiledRulesCache {

    private static final String JAR = ".jar";
    private static final String FOLDER = "compiled-rules/";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PrecompiledRulesCache() {}

    /** What {@link Compilation#packed} gave for the same text; empty when the program brings no such thing along. */
    static Optional<byte[]> find(Map<String, String> factSources, String drl) {
        try (InputStream found =
                PrecompiledRulesCache.class.getResourceAsStream("/" + FOLDER + name(factSources, drl))) {
            return found == null ? Optional.empty() : Optional.of(found.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param classes the folder that goes into the program */
    static void keep(Path classes, Map<String, String> factSources, String drl) throws IOException {
        Path folder = Files.createDirectories(classes.resolve(FOLDER));
        Path file = folder.resolve(name(factSources, drl));
        if (Files.exists(file)) {
            return;
        }
        try (var older = Files.list(folder)) {
            for (Path each :
                    older.filter(other -> other.toString().endsWith(JAR)).toList()) {
                Files.delete(each);
            }
        }
        Files.write(file, undated(Compilation.packed(factSources, drl)));
    }

    // The same sources make the same program, whenever it is built.
    private static byte[] undated(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream dated = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream undated = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = dated.getNextEntry(); entry != null; entry = dated.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                undated.putNextEntry(copy);
                dated.transferTo(undated);
            }
        }
        return bytes.toByteArray();
    }

    private static String name(Map<String, String> factSources, String drl) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(factSources).forEach((name, source) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(source.getBytes(StandardCharsets.UTF_8));
            });
            digest.update(drl.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()) + JAR;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
