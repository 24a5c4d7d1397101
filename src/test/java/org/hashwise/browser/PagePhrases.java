package org.hashwise.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Phrases that designers and analysts wrote in each language, in pieces that can be found on a page again. */
final class PagePhrases {

    private static final Path RULES = Path.of("rules");
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_LETTERS = 14;
    // The text between values that are filled in, and between the forms for one and for many.
    private static final Pattern BETWEEN = Pattern.compile("\\{\\w+,choice,|[{}|]|\\d[#<]|\\n");
    private static final Pattern IN_RULES =
            Pattern.compile("@(en|fr|titleFr)\\( \"([^\"]*)\" \\)|rule \"[A-Z]+-\\d+ ([^\"]*)\"");

    private static final Map<String, Set<String>> FOREIGN = new HashMap<>();

    private PagePhrases() {}

    /** Phrases that may not stand on a page in this language, in lower case. */
    static synchronized Set<String> foreignTo(String language) {
        return FOREIGN.computeIfAbsent(language, PagePhrases::search);
    }

    private static Set<String> search(String language) {
        String own = String.join("\n", written(language)).toLowerCase(Locale.ROOT);
        return written(language.equals("en") ? "fr" : "en").stream()
                .flatMap(text -> Stream.of(BETWEEN.split(text)))
                .map(piece -> piece.strip().toLowerCase(Locale.ROOT))
                .filter(piece -> piece.length() >= FEWEST_LETTERS && piece.split("[ \\u00a0]+").length >= FEWEST_WORDS)
                .filter(piece -> !own.contains(piece))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The messages of pages and the texts of rules, questions, thresholds and the casebook in one language. */
    static Collection<String> written(String language) {
        Set<String> texts = new TreeSet<>();
        ExpectedTexts.in(language).messages().values().forEach(text -> texts.add(text.toString()));
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read(file, language, texts);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    private static void read(Path file, String language, Set<String> texts) throws IOException {
        if (file.toString().endsWith(".yaml")) {
            collect(YAMLMapper.shared().readTree(file.toFile()), language, texts);
        } else if (file.toString().endsWith(".drl")) {
            IN_RULES.matcher(Files.readString(file)).results().forEach(found -> {
                String kind = found.group(1) == null ? "en" : found.group(1).equals("titleFr") ? "fr" : found.group(1);
                if (kind.equals(language)) {
                    texts.add(found.group(1) == null ? found.group(3) : found.group(2));
                }
            });
        }
    }

    private static void collect(JsonNode node, String language, Set<String> texts) {
        if (node.has("en") && node.has("fr")) {
            texts.add(node.get(language).asString());
            return;
        }
        List.copyOf(node.values()).forEach(value -> collect(value, language, texts));
    }
}
