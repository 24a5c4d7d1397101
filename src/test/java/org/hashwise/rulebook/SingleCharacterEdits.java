package org.hashwise.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every edit of one character in the identifiers of a text: one left out, doubled, swapped or replaced. */
final class SingleCharacterEdits {

    private SingleCharacterEdits() {}

    /** Where an identifier stands. */
    record Span(int start, int end) {}

    static List<Span> spans(String text, String identifiers) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = Pattern.compile(identifiers).matcher(text);
        while (matcher.find()) {
            int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
            spans.add(new Span(matcher.start(group), matcher.end(group)));
        }
        return spans;
    }

    /** Calls with the edited text and the edited identifier. */
    static void each(String text, Span span, BiConsumer<String, String> edited) {
        String before = text.substring(0, span.start());
        String after = text.substring(span.end());
        of(text.substring(span.start(), span.end()))
                .forEach(identifier -> edited.accept(before + identifier + after, identifier));
    }

    private static List<String> of(String identifier) {
        List<String> edits = new ArrayList<>();
        for (int i = 0; i < identifier.length(); i++) {
            String before = identifier.substring(0, i);
            String after = identifier.substring(i + 1);
            char c = identifier.charAt(i);
            edits.add(before + after);
            edits.add(before + c + c + after);
            if (!after.isEmpty() && after.charAt(0) != c) {
                edits.add(before + after.charAt(0) + c + after.substring(1));
            }
            if (Character.isLetter(c)) {
                char next = c == 'z' ? 'a' : c == 'Z' ? 'A' : (char) (c + 1);
                edits.add(before + next + after);
            }
        }
        return edits;
    }
}
