package org.hashwise.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Gate;
import org.hashwise.advice.Owner;
import org.hashwise.advice.Point;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Recommendation;
import org.hashwise.advice.RuleReference;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Warning;
import org.hashwise.analysis.Peers;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.CaseStudy;
import org.jspecify.annotations.Nullable;

/**
 * The advice as JSON, for the API, the command line and receipts alike; the order of the components is the order of the keys.
 */
public record AdviceDocument(
        Recommended recommendation,
        List<Ranked> ranking,
        List<EvidenceItem> evidence,
        List<GateItem> gates,
        List<PointItem> plan,
        List<PointItem> risks,
        List<AssumptionItem> assumptions,
        SortedMap<String, Object> metrics,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CalendarItem calendar,
        List<JurisdictionItem> jurisdictions,
        List<WarningItem> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DoubtItem> doubts,
        String rulebook,
        Market market,
        String disclaimer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PeerItem> peers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OverlayItem overlay,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewsItem views) {

    public static AdviceDocument of(Advice advice, Wording wording) {
        Language language = advice.language();
        return new AdviceDocument(
                Recommended.of(advice.recommendation()),
                advice.ranking().stream().map(Ranked::of).toList(),
                advice.evidence().stream().map(EvidenceItem::of).toList(),
                advice.gates().stream().map(GateItem::of).toList(),
                advice.plan().stream().map(PointItem::of).toList(),
                advice.risks().stream().map(PointItem::of).toList(),
                advice.assumptions().stream()
                        .map(assumption -> new AssumptionItem(
                                assumption.id(),
                                Plain.value(assumption.value()),
                                assumption.because(),
                                assumption.source()))
                        .toList(),
                Plain.map(advice.metrics()),
                advice.calendar() == null ? null : CalendarItem.of(advice.calendar()),
                advice.places().stream()
                        .map(place -> JurisdictionItem.of(place, language))
                        .toList(),
                advice.warnings().stream()
                        .map(warning ->
                                new WarningItem(warning.code(), warning.id(), wording.warning(warning, language)))
                        .toList(),
                doubts(advice),
                advice.edition(),
                new Market(advice.marketAsOf(), null, advice.marketOverridden()),
                wording.text("api.disclaimer", language),
                null,
                null,
                null);
    }

    /**
     * The same with what is no part of a receipt.
     *
     * @param nearest companies of the casebook
     * @param asOf the day of the advice, from which the age of the market values follows
     */
    public AdviceDocument with(List<PeerItem> nearest, LocalDate asOf) {
        return with(nearest, asOf, null, null);
    }

    /**
     * The same beside its alternatives.
     *
     * @param overlaid the advice with an overlay; null when none is asked for
     * @param opinions of house views; null when none are asked for
     */
    public AdviceDocument with(
            List<PeerItem> nearest, LocalDate asOf, @Nullable OverlayItem overlaid, @Nullable ViewsItem opinions) {
        long days = ChronoUnit.DAYS.between(market.asOf(), asOf);
        return new AdviceDocument(
                recommendation,
                ranking,
                evidence,
                gates,
                plan,
                risks,
                assumptions,
                metrics,
                calendar,
                jurisdictions,
                warnings,
                doubts,
                rulebook,
                new Market(market.asOf(), days == 0 ? null : Long.valueOf(days), market.overridden()),
                disclaimer,
                nearest,
                overlaid,
                opinions);
    }

    private static @Nullable List<DoubtItem> doubts(Advice advice) {
        List<Doubt> doubts = advice.doubts();
        return doubts == null ? null : doubts.stream().map(DoubtItem::of).toList();
    }

    public record Recommended(
            Strategy strategy,
            @Nullable Extent extent,
            String headline,
            @Nullable Strategy combineWith,
            String rule) {
        public static Recommended of(Recommendation made) {
            return new Recommended(
                    made.strategy(),
                    made.extent(),
                    made.headline(),
                    made.combineWith(),
                    made.rule().id());
        }
    }

    public record Ranked(Strategy strategy, Number score, boolean viable, List<String> blockers) {
        public static Ranked of(RankedStrategy standing) {
            return new Ranked(
                    standing.strategy(), Plain.number(standing.score()), standing.viable(), standing.blockers());
        }
    }

    public record EvidenceItem(
            String rule,
            String title,
            String file,
            int line,
            Strategy strategy,
            Evidence.Direction direction,
            int strength,
            String text,
            SortedMap<String, Object> reads,
            List<String> assumed,
            String source) {
        public static EvidenceItem of(Evidence evidence) {
            RuleReference rule = evidence.rule();
            return new EvidenceItem(
                    rule.id(),
                    rule.title(),
                    rule.file(),
                    rule.line(),
                    evidence.strategy(),
                    evidence.direction(),
                    evidence.strength(),
                    evidence.text(),
                    Plain.map(evidence.reads()),
                    evidence.assumed(),
                    rule.source());
        }
    }

    public record GateItem(
            String rule,
            String title,
            String file,
            int line,
            Strategy blocks,
            String text,
            SortedMap<String, Object> reads,
            List<String> assumed,
            String source) {
        public static GateItem of(Gate gate) {
            RuleReference rule = gate.rule();
            return new GateItem(
                    rule.id(),
                    rule.title(),
                    rule.file(),
                    rule.line(),
                    gate.blocks(),
                    gate.text(),
                    Plain.map(gate.reads()),
                    gate.assumed(),
                    rule.source());
        }
    }

    public record PointItem(
            String rule,
            String title,
            String file,
            int line,
            Strategy strategy,
            String text,
            SortedMap<String, Object> reads,
            List<String> assumed,
            String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Owner owner,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer byMonth,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Number amountUsd) {
        public static PointItem of(Point point) {
            RuleReference rule = point.rule();
            Double amount = point.amountUsd();
            return new PointItem(
                    rule.id(),
                    rule.title(),
                    rule.file(),
                    rule.line(),
                    point.strategy(),
                    point.text(),
                    Plain.map(point.reads()),
                    point.assumed(),
                    rule.source(),
                    point.owner(),
                    point.byMonth(),
                    amount == null ? null : Plain.number(amount));
        }
    }

    public record AssumptionItem(String id, Object value, String because, String source) {}

    /** @param building whether own share and rent of the building for an AI tenant are part of it */
    public record CalendarItem(boolean building, List<MonthItem> months) {
        public static CalendarItem of(Advice.Calendar calendar) {
            List<MonthItem> months = new ArrayList<>();
            for (int number = 0; number < calendar.market().size(); number++) {
                months.add(MonthItem.of(
                        calendar.market().get(number), calendar.stress().get(number)));
            }
            return new CalendarItem(calendar.building(), List.copyOf(months));
        }
    }

    /** One month in whole dollars, 0 for today; what goes out is negative. */
    public record MonthItem(
            int month,
            Number openingUsd,
            Number miningUsd,
            Number debtDueUsd,
            Number ownShareUsd,
            Number rentUsd,
            Number closingUsd,
            Number stressedClosingUsd) {
        private static MonthItem of(LiquidityCalendar.Month month, LiquidityCalendar.Month stressed) {
            return new MonthItem(
                    month.number(),
                    dollars(month.openingUsd()),
                    dollars(month.miningUsd()),
                    dollars(month.debtDueUsd()),
                    dollars(month.ownShareUsd()),
                    dollars(month.rentUsd()),
                    dollars(month.closingUsd()),
                    dollars(stressed.closingUsd()));
        }

        private static Number dollars(double usd) {
            return Plain.number(usd, 0);
        }
    }

    public record JurisdictionItem(
            String code,
            Number sharePercent,
            Grade mining,
            Grade newMining,
            Grade ai,
            String text,
            String source,
            String file,
            int line) {
        public static JurisdictionItem of(Advice.GradedPlace place, Language language) {
            var grade = place.grade();
            return new JurisdictionItem(
                    place.code(),
                    Plain.number(place.sharePercent()),
                    grade.mining(),
                    grade.newMining(),
                    grade.ai(),
                    grade.text().in(language),
                    grade.source().in(language),
                    grade.file(),
                    grade.line());
        }
    }

    public record WarningItem(Warning.Code code, @Nullable String id, String text) {}

    /** @param ids of the doubted questions; {@code asOf} for the day of the advice */
    public record DoubtItem(
            String rule,
            List<String> ids,
            String text,
            @Nullable SuggestionItem suggestion) {
        public static DoubtItem of(Doubt doubt) {
            Doubt.SuggestedAnswer suggestion = doubt.suggestion();
            return new DoubtItem(
                    doubt.rule().id(),
                    doubt.ids(),
                    doubt.text(),
                    suggestion == null ? null : new SuggestionItem(suggestion.id(), Plain.number(suggestion.value())));
        }
    }

    public record SuggestionItem(String id, Number value) {}

    /** @param ageDays days from the snapshot to the day of the advice; null when it is of the day itself, and in receipts */
    public record Market(
            LocalDate asOf,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long ageDays,

            List<String> overridden) {}

    /**
     * A company-date of the casebook.
     *
     * @param distance from 0, alike in every answer, to 1
     * @param compared number of questions that both answered
     * @param alike ids of questions in which they are alike more than usual
     * @param different ids of questions in which they differ more than usual
     * @param did what the company did then
     */
    public record PeerItem(
            String id,
            String company,
            LocalDate asOf,
            Number distance,
            int compared,
            List<String> alike,
            List<String> different,
            String story,
            ObservedItem did) {

        /** @param text what the company did and what became of it */
        public record ObservedItem(
                Strategy strategy, @Nullable Extent extent, LocalDate date, String text, String source) {}

        /** @param study finds an entry of the casebook by its id */
        public static List<PeerItem> all(
                Peers.PeerResult nearest, Function<String, Optional<CaseStudy>> study, Language language) {
            return nearest.peers().stream()
                    .flatMap(peer -> study.apply(peer.id()).stream().map(known -> of(peer, known, language)))
                    .toList();
        }

        public static PeerItem of(Peers.Peer peer, CaseStudy study, Language language) {
            CaseStudy.Observed observed = study.observed();
            return new PeerItem(
                    peer.id(),
                    study.company(),
                    study.asOf(),
                    Plain.number(peer.distance(), 3),
                    peer.compared(),
                    peer.alike(),
                    peer.different(),
                    study.story().in(language),
                    new ObservedItem(
                            observed.strategy(),
                            observed.extent(),
                            observed.date(),
                            observed.evidence().in(language),
                            observed.source()));
        }
    }
}
