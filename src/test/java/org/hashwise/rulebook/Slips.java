package org.hashwise.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every slip of one character in the identifiers of a text: one left out, doubled, swapped, replaced, or in the wrong case. */
final class Slips {

    private Slips() {}

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

    static void each(String text, Span span, Consumer<String> slipped) {
        for (int i = span.start(); i < span.end(); i++) {
            String before = text.substring(0, i);
            String after = text.substring(i + 1);
            char c = text.charAt(i);
            slipped.accept(before + after);
            slipped.accept(before + c + c + after);
            if (i + 1 < span.end() && text.charAt(i + 1) != c) {
                slipped.accept(before + text.charAt(i + 1) + c + text.substring(i + 2));
            }
            if (Character.isLetter(c)) {
                char next = c == 'z' ? 'a' : c == 'Z' ? 'A' : (char) (c + 1);
                char flipped = Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
                slipped.accept(before + next + after);
                slipped.accept(before + flipped + after);
            }
        }
    }
}
