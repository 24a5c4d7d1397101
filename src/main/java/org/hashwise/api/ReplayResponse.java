package org.hashwise.api;

import java.time.LocalDate;
import java.util.List;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.consultation.Replays;
import org.hashwise.questionnaire.Renames;
import org.jspecify.annotations.Nullable;

/**
 * A replayed assessment as JSON.
 *
 * @param now null when the rules that were asked for are not at hand
 * @param asOf the day that was advised on this time
 * @param rulebook the edition that was asked
 * @param market date of the snapshot that was used
 * @param renamed answers that have other names today
 * @param dropped answers that the rules do not take any more
 */
record ReplayResponse(
        String id,
        int version,
        String company,
        LocalDate asOf,
        VerdictSummary then,
        @Nullable VerdictSummary now,
        boolean changed,
        String rulebook,
        LocalDate market,
        List<Renames.Renamed> renamed,
        List<String> dropped) {

    static ReplayResponse of(Replays.Replay replay) {
        return new ReplayResponse(
                replay.assessment(),
                replay.version(),
                replay.company(),
                replay.asOf(),
                replay.then(),
                replay.now(),
                replay.changed(),
                replay.rulebook(),
                replay.marketAsOf(),
                replay.renamed(),
                replay.dropped());
    }

    /**
     * Many of them.
     *
     * @param assessments how many there were
     * @param changed how many get another recommendation
     * @param changes those
     * @param notAtHand those whose edition is not available
     */
    record All(int assessments, int changed, List<ReplayResponse> changes, List<ReplayResponse> notAtHand) {

        static All of(Replays.Summary summary) {
            return new All(
                    summary.assessments(),
                    summary.changed().size(),
                    summary.changed().stream().map(ReplayResponse::of).toList(),
                    summary.notAtHand().stream().map(ReplayResponse::of).toList());
        }
    }
}
