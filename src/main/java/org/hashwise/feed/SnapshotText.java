package org.hashwise.feed;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Text;

/** The text of a snapshot file as the rules folder has it. */
final class SnapshotText {

    private static final int LONGEST_SOURCE = 500;

    /** Characters that a rules folder does not accept: controls, and those without width or with an effect on others. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private SnapshotText() {}

    /** @param comments lines before the snapshot */
    static String of(MarketSnapshot snapshot, List<String> comments) {
        StringBuilder text = new StringBuilder();
        comments.forEach(comment -> text.append("# ").append(plain(comment)).append('\n'));
        text.append("asOf: ").append(snapshot.asOf()).append("\nindicators:\n");
        Map<String, MarketSnapshot.Indicator> indicators = snapshot.indicators();
        for (MarketField field : MarketField.INDICATORS) {
            MarketSnapshot.Indicator indicator = indicators.get(field.id());
            if (indicator != null) {
                text.append("  ").append(field.id()).append(":\n    value: ");
                text.append(NumberNotation.plain(indicator.value())).append("\n    source: ");
                text.append(source(plain(indicator.source()))).append('\n');
            }
        }
        return text.toString();
    }

    private static String source(Text source) {
        return source.en().equals(source.fr())
                ? quoted(source.en())
                : "{ en: " + quoted(source.en()) + ", fr: " + quoted(source.fr()) + " }";
    }

    /** The same in every language, each of one line. */
    static Text plain(Text text) {
        return new Text(plain(text.en()), plain(text.fr()));
    }

    /** A text of one line, without hidden characters, of at most 500 characters. */
    static String plain(String text) {
        String plain = HIDDEN.matcher(text).replaceAll(" ").strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST_SOURCE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_SOURCE));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
