package org.hashwise.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** A file of words beside a class on the class path, in UTF-8. */
public final class ResourceFile {

    private ResourceFile() {}

    /** The cells of the lines that are no comments; the last cell is the rest of its line. */
    static List<String[]> lines(Class<?> owner, String name, String separator, int cells) {
        return text(owner, name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(separator, cells))
                .toList();
    }

    /** The values of a {@code .properties} file, each split at its bars, by key. */
    public static Map<String, List<String>> lists(Class<?> owner, String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(owner, name)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        Map<String, List<String>> lists = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key ->
                        lists.put(key, List.of(properties.getProperty(key).split("\\|", -1))));
        return lists;
    }

    private static String text(Class<?> owner, String name) {
        try (InputStream file = Objects.requireNonNull(owner.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
