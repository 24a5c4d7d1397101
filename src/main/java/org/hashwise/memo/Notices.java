package org.hashwise.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.advice.Warning;
import org.hashwise.consultation.AdviceDocument.AssumptionItem;
import org.hashwise.consultation.AdviceDocument.WarningItem;

/** The warnings of an advice as a memo states them: places without a row in the regulation table in one sentence, by name. */
final class Notices {

    private static final String JURISDICTIONS = "regulation.jurisdictions";

    private Notices() {}

    static List<String> of(Memo memo, MemoWords.Vocabulary words) {
        List<String> notices = new ArrayList<>();
        boolean named = false;
        boolean listed = false;
        for (WarningItem warning : memo.advice().warnings()) {
            if (warning.code() == Warning.Code.JURISDICTION_NOT_GRADED) {
                if (!listed) {
                    notices.add(words.message("memo.warnings.ungraded", words.value(JURISDICTIONS, ungraded(memo))));
                    listed = true;
                }
            } else if (warning.code() != Warning.Code.JURISDICTION_GRADED_AS_COUNTRY) {
                notices.add(warning.text());
            } else if (!named) {
                MemoWords.StandIns found = words.standIns(shares(memo));
                notices.add(
                        found.places().isEmpty()
                                ? warning.text()
                                : words.message("memo.warnings.stand-ins", found.places(), found.rows()));
                named = !found.places().isEmpty();
            }
        }
        return List.copyOf(notices);
    }

    private static Map<String, Object> ungraded(Memo memo) {
        Map<String, Object> shares = shares(memo);
        memo.advice().jurisdictions().forEach(place -> shares.remove(place.code()));
        return shares;
    }

    private static Map<String, Object> shares(Memo memo) {
        Map<String, Object> shares = new TreeMap<>();
        Stream.concat(
                        Stream.ofNullable(memo.answers().get(JURISDICTIONS)),
                        memo.advice().assumptions().stream()
                                .filter(item -> item.id().equals(JURISDICTIONS))
                                .map(AssumptionItem::value))
                .filter(Map.class::isInstance)
                .map(value -> (Map<?, ?>) value)
                .forEach(value -> value.forEach((code, share) -> shares.put(String.valueOf(code), share)));
        return shares;
    }
}
