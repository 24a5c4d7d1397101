package org.hashwise.screening;

import java.util.stream.Collectors;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;

/** The statistics of a screening in sentences, for readers of a table or a terminal. */
public final class StatisticsText {

    private static final int MOST_BLOCKERS = 3;

    private StatisticsText() {}

    public static String of(ScreeningSummary summary, Wording wording, Language language) {
        ScreeningSummary.Statistics statistics = summary.statistics();
        StringBuilder text = new StringBuilder(wording.text(
                "screening.statistics.advice",
                language,
                statistics.byStrategy().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "))));
        ScreeningSummary.FlipDistances flips = statistics.flips();
        if (flips != null && flips.p10Percent() != null && flips.p50Percent() != null) {
            text.append(' ')
                    .append(wording.text(
                            "screening.statistics.flips",
                            language,
                            flips.within5Percent(),
                            flips.p10Percent(),
                            flips.p50Percent()));
        }
        if (!statistics.blockers().isEmpty()) {
            text.append(' ')
                    .append(wording.text(
                            "screening.statistics.blockers",
                            language,
                            statistics.blockers().stream()
                                    .limit(MOST_BLOCKERS)
                                    .map(each -> each.rule() + " (" + each.blocks() + ") " + each.companies())
                                    .collect(Collectors.joining(", "))));
        }
        return text.toString();
    }
}
