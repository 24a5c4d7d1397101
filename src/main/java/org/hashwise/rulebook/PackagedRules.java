package org.hashwise.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.hashwise.rulebook.model.RulebookFiles;

/** The rules that came with the program: a folder of its jar, or of its class path during development. */
final class PackagedRules {

    private static final String FOLDER = "rules/";

    /** A file of the folder, so that it is found in jars without entries for folders too. */
    private static final String KNOWN_FILE = "README.md";

    private PackagedRules() {}

    static RulebookFiles files() {
        URL known = PackagedRules.class.getResource("/" + FOLDER + KNOWN_FILE);
        if (known == null) {
            throw new IllegalStateException("no " + FOLDER + " on the class path");
        }
        try {
            URLConnection connection = known.openConnection();
            return new RulebookFiles(
                    connection instanceof JarURLConnection jar
                            ? inJar(jar)
                            : inFolder(Path.of(known.toURI()).resolveSibling("")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, byte[]> inJar(JarURLConnection connection) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        JarFile jar = connection.getJarFile(); // shared with other users of the class path, so it stays open
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    content.put(entry.getName().substring(FOLDER.length()), in.readAllBytes());
                }
            }
        }
        return content;
    }

    private static Map<String, byte[]> inFolder(Path folder) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return content;
    }
}
