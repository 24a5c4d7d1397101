package org.hashwise.memo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.consultation.AdviceDocument.AssumptionItem;
import org.hashwise.consultation.AdviceDocument.WarningItem;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/** The warnings of an advice as a memo states them: places without a row in the regulation table in one sentence, by name. */
final class MemoWarnings {

    private static final String JURISDICTIONS = Jurisdictions.QUESTION;
    private static final double PERCENT = 100;

    private MemoWarnings() {}

    static List<String> of(Memo memo, PageText texts) {
        Set<String> notices = new LinkedHashSet<>();
        for (WarningItem warning : memo.advice().warnings()) {
            notices.add(
                    switch (warning.code()) {
                        case JURISDICTION_NOT_GRADED ->
                            texts.message("memo.warnings.ungraded", texts.value(JURISDICTIONS, ungraded(memo)));
                        case JURISDICTION_GRADED_AS_COUNTRY -> standIns(memo, warning, texts);
                        default -> warning.text();
                    });
        }
        return List.copyOf(notices);
    }

    /** The remark on a reason that rests on shares by grade; null when each place has a row of its own. */
    static @Nullable String graded(Memo memo, PageText texts) {
        PageText.StandIns found = texts.standIns(shares(memo));
        return found.places().isEmpty()
                ? null
                : texts.message("memo.rule.graded", texts.chance(found.percent() / PERCENT, true), found.rows());
    }

    private static String standIns(Memo memo, WarningItem warning, PageText texts) {
        PageText.StandIns found = texts.standIns(shares(memo));
        return found.places().isEmpty()
                ? warning.text()
                : texts.message("memo.warnings.stand-ins", found.places(), found.rows());
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
