package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/** Texts that stand in a page one after the other; for long pages, of which AssertJ copies the rest for each character. */
public final class InOrder {

    private InOrder() {}

    /** Requires that the texts occur in this order, with anything between them. */
    public static Consumer<String> inOrder(String... texts) {
        return page -> {
            int from = 0;
            for (String text : texts) {
                int found = page.indexOf(text, from);
                assertThat(found)
                        .as("“%s” after the texts before it in %s", text, page)
                        .isNotNegative();
                from = found + text.length();
            }
        };
    }
}
