package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes of designers that would pass without a program noticing: words without a language, words in one language only. */
class TemplatesTests {

    private static final Path FOLDER = Path.of("templates");
    private static final int LONGEST = 120;

    // An element without a word of Thymeleaf that says where its text comes from, and with a letter in its own text.
    private static final Pattern LITERAL =
            Pattern.compile("<(?!style|script)([a-z][a-z0-9]*)((?:\\s+[^<>]*)?)>([^<]*\\p{L}[^<]*)<");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9./%-]+)[(}]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHasWordsOfItsOwn(Path template) throws IOException {
        String markup = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");

        List<String> literal = LITERAL.matcher(markup)
                .results()
                .filter(element -> !element.group(2).contains("th:text=")
                        && !element.group(2).contains("th:replace="))
                .filter(element -> !element.group(2).contains("translate=\"no\""))
                .map(MatchResult::group)
                .toList();
        assertThat(literal).isEmpty();
        assertThat(markup).doesNotContainPattern("\\s(aria-label|title|alt|placeholder)=\"[^\"]*\\p{L}");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHasStylesOrScriptsInside(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContain("<style", " style=", " onclick=", " hx-on", "th:utext")
                .doesNotContainPattern("<script(?! src=\"../assets/)");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesAreShort(Path template) throws IOException {
        assertThat(Files.readAllLines(template)).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/messages", "messages/problems", "messages/api", "messages/mcp", "memo/memo"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties english = messages(bundle + "_en");
        Properties french = messages(bundle + "_fr");

        assertThat(french.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(french.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/messages_en", "messages/messages_fr", "memo/memo_en", "memo/memo_fr"})
    void apostrophesAreThoseOfTypesetters(String file) throws IOException {
        assertThat(messages(file).values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void everyMessageThatATemplateNamesExists() throws IOException {
        Set<String> known = new TreeSet<>(messages("messages/messages_en").stringPropertyNames());
        known.addAll(messages("memo/memo_en").stringPropertyNames());
        List<String> unknown = new ArrayList<>();
        for (Path template : templates().toList()) {
            KEY.matcher(Files.readString(template))
                    .results()
                    .map(key -> key.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(unknown::add);
        }
        assertThat(unknown).isEmpty();
    }

    private static Properties messages(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(file + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> placeholders(String text) {
        Set<String> placeholders = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> placeholders.add(found.group(1)));
        return placeholders;
    }
}
