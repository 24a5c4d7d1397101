package org.hashwise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation in Markdown.
 *
 * @param path relative to the project
 * @param blocks its fenced blocks, in their order
 * @param prose everything outside these
 */
record Document(Path path, String text, List<Block> blocks, String prose) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final List<String> AT_THE_TOP =
            List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "rules/README.md");

    /** A fenced block; the line is that of its opening fence, counted from 1. */
    record Block(int line, String language, String text) {}

    static List<Document> all() {
        try (Stream<Path> files = Files.walk(Path.of("src", "docs"))) {
            List<Document> documents = new ArrayList<>();
            AT_THE_TOP.forEach(name -> documents.add(of(Path.of(name))));
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(file -> documents.add(of(file)));
            return documents;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Document of(Path path) {
        try {
            String text = Files.readString(path);
            List<Block> blocks = FENCED.matcher(text)
                    .results()
                    .map(found -> new Block(line(text, found), found.group(1), found.group(2)))
                    .toList();
            return new Document(path, text, blocks, FENCED.matcher(text).replaceAll(""));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int line(String text, MatchResult found) {
        return 1
                + (int) text.substring(0, found.start())
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }

    /** Where a block is, for messages. */
    String place(Block block) {
        return path + ":" + block.line();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
