package org.hashwise.memo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Recommendation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Wording;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.projection.Projection;
import org.hashwise.projection.ProjectionSettings;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.MemoParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writer of the model of a memo from the evaluation of a receipt. Thread-safe. */
@Component
class MemoWriter {

    private static final int PEERS = 5;
    private static final int MISSING = 8;
    private static final int ARGUMENTS = 3;
    private static final double THOUSAND = 1_000;
    private static final int CENTS = 100;
    private static final List<String> DECISIVE = List.of(MarketSnapshot.BTC_PRICE, MarketSnapshot.NETWORK_HASHRATE);
    private static final String COMMAND = "java -jar hashwise.jar verify memo.pdf";

    private final Analyses analyses;
    private final Projections projections;
    private final Wording wording;
    private final MemoWords words;

    MemoWriter(Analyses analyses, Projections projections, Wording wording, MemoWords words) {
        this.analyses = analyses;
        this.projections = projections;
        this.wording = wording;
        this.words = words;
    }

    /** @param evaluation of this receipt, in the language of the memo */
    Memo write(Receipt receipt, Evaluation evaluation) {
        return write(seal(receipt), evaluation);
    }

    Memo write(Memo.Seal seal, Evaluation evaluation) {
        Language language = evaluation.request().language();
        MemoWords.Vocabulary vocabulary = words.in(language);
        Advice advice = evaluation.advice();
        List<Flip> flips = analyses.flips(evaluation);
        Interview interview = analyses.interview(evaluation);
        Changes changes = new Changes(evaluation.situation(), vocabulary);
        RankedStrategy second = second(advice);
        Projection projection = projection(evaluation, flips);
        long mostDays = mostDays(evaluation);
        Memo.Draft draft = draft(evaluation, mostDays);
        List<Memo.Option> options = new Options(evaluation, analyses, changes, projection).of(flips);
        return new Memo(
                evaluation.request().company(),
                evaluation.situation().asOf(),
                language.code(),
                draft,
                resolution(advice.recommendation(), evaluation.request().company(), vocabulary),
                certainty(interview, advice, second),
                new Memo.Validity(
                        draft == null ? marketDay(evaluation).plusDays(mostDays) : null, changes.trigger(flips)),
                options,
                second == null ? null : new Memo.RunnerUp(second.strategy(), arguments(advice, second.strategy())),
                changes.nearest(flips),
                projection == null ? List.of() : triggers(projection, options),
                projection == null
                        ? null
                        : new Memo.Sampling(
                                projection.months(),
                                projection.paths(),
                                projection.seed(),
                                Options.tenths(projection.samplingError())),
                peers(evaluation),
                Plain.map(evaluation.request().answers().byId()),
                Stream.concat(
                                interview.missing().stream(),
                                interview.next().stream().map(Interview.Inquiry::id))
                        .distinct()
                        .limit(MISSING)
                        .toList(),
                market(evaluation),
                seal,
                AdviceDocument.of(advice, wording));
    }

    private static @Nullable RankedStrategy second(Advice advice) {
        Strategy chosen = advice.recommendation().strategy();
        return advice.ranking().stream()
                .filter(standing -> standing.viable() && chosen != Strategy.RESTRUCTURE)
                .filter(standing -> standing.strategy() != chosen)
                .max(Comparator.comparingDouble(RankedStrategy::score))
                .orElse(null);
    }

    private @Nullable Projection projection(Evaluation evaluation, List<Flip> flips) {
        ProjectionSettings settings = projections
                .settings(evaluation)
                .filter(known -> known.mostMonths() >= Options.TWO_YEARS)
                .orElse(null);
        return settings == null
                ? null
                : projections.project(
                        evaluation,
                        flips,
                        new Projections.Request(
                                Projections.Scenario.NEUTRAL,
                                Math.max(settings.months(), Options.TWO_YEARS),
                                settings.paths(),
                                settings.seed(),
                                List.of()));
    }

    private static Number cents(double value) {
        return Plain.number(Math.rint(value * CENTS) / CENTS);
    }

    private static List<Memo.Trigger> triggers(Projection projection, List<Memo.Option> options) {
        return projection.triggers().stream()
                .sorted(Comparator.comparingDouble(Projection.Trigger::seenInPercent)
                        .reversed())
                .map(trigger -> new Memo.Trigger(
                        trigger.id(),
                        trigger.direction(),
                        Plain.number(trigger.at()),
                        trigger.forMonths(),
                        trigger.then(),
                        Memo.addedCapitalUsd(options, trigger.then()),
                        Options.tenths(trigger.seenInPercent()),
                        trigger.earliestMonth(),
                        trigger.medianMonth(),
                        cents(trigger.rearmAt()),
                        trigger.leadMonths()))
                .toList();
    }

    private static Memo.@Nullable Draft draft(Evaluation evaluation, long mostDays) {
        LocalDate date = marketDay(evaluation);
        long age = ChronoUnit.DAYS.between(date, evaluation.situation().asOf());
        return age > mostDays ? new Memo.Draft(date, age, mostDays) : null;
    }

    /** The date of the market values that decide; the day of the advice when the company gave these itself. */
    private static LocalDate marketDay(Evaluation evaluation) {
        boolean given = DECISIVE.stream().allMatch(evaluation.situation()::isAnswered);
        return given
                ? evaluation.situation().asOf()
                : evaluation.situation().market().asOf();
    }

    private static long mostDays(Evaluation evaluation) {
        OptionalDouble own = evaluation.parameter(MemoParameters.MARKET_DAYS);
        return Math.round(own.orElse(
                evaluation.parameter(MemoParameters.STALE_MARKET_DAYS).orElse(0)));
    }

    private static String resolution(Recommendation made, String company, MemoWords.Vocabulary words) {
        String extent = made.extent() == null ? "" : "." + made.extent();
        String who = company.isEmpty() ? words.message("memo.company") : company;
        return words.message("memo.resolution." + made.strategy() + extent, who);
    }

    private static Memo.Certainty certainty(Interview interview, Advice advice, @Nullable RankedStrategy second) {
        boolean reportable = interview.reportable();
        return new Memo.Certainty(
                reportable,
                reportable ? part(interview.lowest()) : null,
                reportable ? part(interview.highest()) : null,
                interview.proven(),
                interview.answered(),
                interview.assumed(),
                second == null ? null : Plain.number(score(advice) - second.score()));
    }

    private static Number part(double probability) {
        return Plain.number(Math.rint(probability * THOUSAND) / THOUSAND);
    }

    private static double score(Advice advice) {
        return advice.ranking().stream()
                .filter(standing ->
                        standing.strategy() == advice.recommendation().strategy())
                .mapToDouble(RankedStrategy::score)
                .findFirst()
                .orElse(0);
    }

    private static List<AdviceDocument.EvidenceItem> arguments(Advice advice, Strategy strategy) {
        return advice.evidence().stream()
                .filter(evidence -> evidence.strategy() == strategy && evidence.direction() == Evidence.Direction.FOR)
                .limit(ARGUMENTS)
                .map(AdviceDocument.EvidenceItem::of)
                .toList();
    }

    private Memo.Peers peers(Evaluation evaluation) {
        var nearest = analyses.peers(evaluation, PEERS);
        List<AdviceDocument.PeerItem> items = nearest.peers().stream()
                .flatMap(peer -> evaluation.caseStudy(peer.id()).stream()
                        .map((CaseStudy study) -> AdviceDocument.PeerItem.of(
                                peer, study, evaluation.request().language())))
                .toList();
        return new Memo.Peers(nearest.among(), items);
    }

    private static List<Memo.Indicator> market(Evaluation evaluation) {
        return evaluation.market().indicators().entrySet().stream()
                .map(entry -> new Memo.Indicator(
                        entry.getKey(),
                        Plain.number(entry.getValue().value()),
                        entry.getValue().source().in(evaluation.request().language()),
                        evaluation.market().asOf(),
                        evaluation.situation().isAnswered(entry.getKey())))
                .toList();
    }

    private static Memo.Seal seal(Receipt receipt) {
        ReceiptFields fields = receipt.fields();
        return new Memo.Seal(
                receipt.hash(),
                fields.assessment(),
                fields.version(),
                fields.issuedAt(),
                fields.rulebook(),
                fields.engine(),
                COMMAND);
    }
}
