package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One French term for each thing: the words that the glossary refuses are in no French text of pages and rules. */
class TerminologyTests {

    private static final String HEADING = "| English | French | not |";

    @ParameterizedTest(name = "{0}, not {1}")
    @MethodSource("terms")
    void aRefusedWordIsInNoText(String term, String refused) {
        Pattern word = Pattern.compile("(?iU)\\b" + Pattern.quote(refused).replace(" ", "\\E[ \\u00a0]\\Q") + "s?\\b");
        assertThat(PagePhrases.written("fr"))
                .as("%s says the same", term)
                .noneMatch(text -> word.matcher(text.replace('\'', '’')).find());
    }

    static Stream<Arguments> terms() throws IOException {
        List<String> glossary = Files.readAllLines(Path.of("src/docs/glossary.md"));
        return glossary.stream()
                .skip(glossary.indexOf(HEADING) + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .flatMap(cells -> Arrays.stream(cells[3].split(",", -1))
                        .map(refused -> Arguments.of(cells[2].strip(), refused.strip())));
    }
}
