package org.hashwise.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Verdict;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.FlipItem;
import org.hashwise.consultation.ViewsItem;
import org.hashwise.consultation.Wording;
import org.jspecify.annotations.Nullable;

/** The lines of a screening as JSON; the order of the components is the order of the keys. */
final class OutcomeLine {

    private OutcomeLine() {}

    static Object of(Outcome outcome, Wording wording) {
        Outcome.Advised advised = outcome.advised();
        if (advised == null) {
            return new Refused(outcome.line(), outcome.id(), outcome.status(), outcome.errors());
        }
        Verdict verdict = advised.verdict();
        List<Doubt> doubts = advised.doubts();
        FlipItem flip = advised.nearestFlip() == null
                ? null
                : FlipItem.of(advised.nearestFlip(), null, advised.language(), wording);
        List<AdviceDocument.Ranked> ranking =
                verdict.ranking().stream().map(AdviceDocument.Ranked::of).toList();
        List<AdviceDocument.DoubtItem> doubtItems = doubts == null
                ? List.of()
                : doubts.stream().map(AdviceDocument.DoubtItem::of).toList();
        ViewsItem.RecommendationItem recommended = ViewsItem.RecommendationItem.of(verdict);
        OverlaidItem overlay = advised.overlaid() == null ? null : OverlaidItem.of(advised.overlaid());
        ViewsItem views =
                advised.opinions() == null ? null : ViewsItem.of(advised.opinions(), wording, advised.language());
        return advised.flips()
                ? new Line(
                        outcome.line(),
                        outcome.id(),
                        outcome.status(),
                        recommended,
                        ranking,
                        doubtItems,
                        flip,
                        advised.document(),
                        overlay,
                        views)
                : new LineWithoutFlip(
                        outcome.line(),
                        outcome.id(),
                        outcome.status(),
                        recommended,
                        ranking,
                        doubtItems,
                        advised.document(),
                        overlay,
                        views);
    }

    /** @param flips whether the overlay leads to another strategy */
    record OverlaidItem(
            ViewsItem.RecommendationItem recommendation,
            boolean flips,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AdviceDocument advice) {
        static OverlaidItem of(Outcome.Overlaid overlaid) {
            return new OverlaidItem(
                    ViewsItem.RecommendationItem.of(overlaid.verdict()), overlaid.flips(), overlaid.document());
        }
    }

    /** @param nearestFlip null when no single change leads to another strategy */
    record Line(
            long line,
            @Nullable Object id,
            int status,
            ViewsItem.RecommendationItem recommendation,
            List<AdviceDocument.Ranked> ranking,
            List<AdviceDocument.DoubtItem> doubts,
            @Nullable FlipItem nearestFlip,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AdviceDocument advice,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OverlaidItem overlay,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ViewsItem views) {}

    record LineWithoutFlip(
            long line,
            @Nullable Object id,
            int status,
            ViewsItem.RecommendationItem recommendation,
            List<AdviceDocument.Ranked> ranking,
            List<AdviceDocument.DoubtItem> doubts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AdviceDocument advice,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OverlaidItem overlay,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ViewsItem views) {}

    record Refused(long line, @Nullable Object id, int status, List<ErrorItem> errors) {}

    /** The last line. */
    record Last(ScreeningSummary summary) {}
}
