package org.hashwise.memo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.hashwise.projection.Calibration;
import org.hashwise.projection.CompanyModel;
import org.hashwise.projection.Projection;
import org.hashwise.projection.ProjectionSettings;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.MemoParameters;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writer of the model of a memo from the evaluation of a receipt. Thread-safe. */
@Component
class MemoWriter {

    private static final int PEERS = 5;
    private static final int MISSING = 8;
    private static final int ARGUMENTS = 3;
    private static final List<String> DECISIVE = List.of(MarketSnapshot.BTC_PRICE, MarketSnapshot.NETWORK_HASHRATE);
    private static final String TENANT = "hosting.tenantStage";
    private static final String NO_TENANT = "NONE";
    private static final String OFFER = "LETTER_OF_INTENT";
    private static final String CAPITAL = "treasury.capitalAccess";
    private static final String OPEN = "OPEN";
    private static final String CASH = "treasury.cashUsd";
    private static final String OFFERED = "hosting.contractedMw";
    private static final String COMMAND = "java -jar hashwise.jar verify memo.pdf";

    private final Analyses analyses;
    private final Projections projections;
    private final Wording wording;
    private final PageTexts pageTexts;

    MemoWriter(Analyses analyses, Projections projections, Wording wording, PageTexts pageTexts) {
        this.analyses = analyses;
        this.projections = projections;
        this.wording = wording;
        this.pageTexts = pageTexts;
    }

    /** @param evaluation of this receipt, in the language of the memo */
    Memo write(Receipt receipt, Evaluation evaluation) {
        return write(seal(receipt), evaluation);
    }

    Memo write(Memo.ReceiptSeal seal, Evaluation evaluation) {
        Language language = evaluation.request().language();
        PageText texts = pageTexts.in(language);
        Advice advice = evaluation.advice();
        List<Flip> flips = analyses.flips(evaluation);
        Interview interview = analyses.interview(evaluation);
        Changes changes = new Changes(evaluation.situation(), texts);
        RankedStrategy second = advice.runnerUp().orElse(null);
        ProjectionSettings settings = projections
                .settings(evaluation)
                .filter(known -> known.mostMonths() >= Options.TWO_YEARS)
                .orElse(null);
        Projection projection = settings == null ? null : projection(settings, evaluation, flips);
        long mostDays = mostDays(evaluation);
        Memo.OutdatedMarket draft = draft(evaluation, mostDays);
        List<Memo.Option> options = new Options(evaluation, analyses, changes, projection).of(flips);
        return new Memo(
                evaluation.request().company(),
                evaluation.situation().asOf(),
                language.code(),
                draft,
                resolution(evaluation, options, texts),
                certainty(interview, advice, second),
                new Memo.Validity(
                        draft == null ? marketDay(evaluation).plusDays(mostDays) : null, changes.trigger(flips)),
                options,
                runnerUp(advice, second),
                changes.of(Changes.nearest(flips)),
                projection == null ? List.of() : triggers(projection, options),
                projection == null || settings == null
                        ? null
                        : sampling(projection, settings.company().restructuring()),
                advice.halving(evaluation.situation())
                        .map(effect -> new Memo.Halving(effect.month(), Plain.number(effect.revenueUsdPerMonth(), 0)))
                        .orElse(null),
                Bridge.of(evaluation.situation(), options),
                peers(evaluation),
                answers(evaluation),
                Stream.concat(
                                interview.missing().stream(),
                                interview.next().stream()
                                        .sorted(Comparator.comparingDouble(Interview.Inquiry::bits)
                                                .reversed())
                                        .limit(interview.couldStillMatter())
                                        .map(Interview.Inquiry::id))
                        .distinct()
                        .limit(MISSING)
                        .toList(),
                market(evaluation),
                seal,
                AdviceDocument.of(advice, wording));
    }

    /** The best case for the second strategy; none when no rule supports it. */
    private static Memo.@Nullable RunnerUp runnerUp(Advice advice, @Nullable RankedStrategy second) {
        if (second == null) {
            return null;
        }
        List<AdviceDocument.EvidenceItem> arguments = arguments(advice, second.strategy());
        return arguments.isEmpty() ? null : new Memo.RunnerUp(second.strategy(), arguments);
    }

    private Projection projection(ProjectionSettings settings, Evaluation evaluation, List<Flip> flips) {
        return projections.project(
                evaluation,
                flips,
                new Projections.RunSettings(
                        Projections.MarketScenario.NEUTRAL,
                        Math.max(settings.months(), Options.TWO_YEARS),
                        settings.paths(),
                        settings.seed(),
                        List.of()));
    }

    private static Memo.Sampling sampling(Projection projection, CompanyModel.Restructuring restructuring) {
        Calibration calibration = projection.calibration();
        return new Memo.Sampling(
                projection.months(),
                projection.paths(),
                projection.seed(),
                Plain.number(projection.samplingError(), 1),
                new Memo.Restructuring(
                        Plain.number(restructuring.overheadCut() * 100, 1),
                        restructuring.overheadCutMonths(),
                        restructuring.extensionMonths()),
                calibration == null ? null : calibration.liquidityUsd());
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
                        Plain.number(trigger.seenInPercent(), 1),
                        trigger.earliestMonth(),
                        trigger.medianMonth(),
                        Plain.number(trigger.rearmAt(), 2),
                        trigger.leadMonths()))
                .toList();
    }

    private static Memo.@Nullable OutdatedMarket draft(Evaluation evaluation, long mostDays) {
        LocalDate date = marketDay(evaluation);
        long age = ChronoUnit.DAYS.between(date, evaluation.situation().asOf());
        return age > mostDays ? new Memo.OutdatedMarket(date, age, mostDays) : null;
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

    private static String resolution(Evaluation evaluation, List<Memo.Option> options, PageText texts) {
        String decided = decided(evaluation, texts);
        Memo.Liquidity funds = options.stream()
                .filter(option -> option.recommended() && option.strategy() == Strategy.AI_HOSTING)
                .map(Memo.Option::liquidity)
                .findFirst()
                .orElse(null);
        boolean open = evaluation.situation().choice(TENANT).equals(OFFER)
                && !evaluation.situation().choice(CAPITAL).equals(OPEN);
        if (!open || funds == null || funds.capitalUsd().doubleValue() == 0) {
            return decided;
        }
        String own = texts.value(CASH, funds.capitalUsd());
        return decided
                + " "
                + (funds.loansUsd().doubleValue() == 0
                        ? texts.message("memo.resolution.funded.own", own)
                        : texts.message("memo.resolution.funded", own, texts.value(CASH, funds.loansUsd())));
    }

    private static String decided(Evaluation evaluation, PageText texts) {
        Recommendation made = evaluation.advice().recommendation();
        String company = evaluation.request().company();
        String who = company.isEmpty() ? texts.message("memo.company") : company;
        String key = "memo.resolution." + made.strategy();
        // Without an answer no tenant is assumed.
        if (made.strategy() == Strategy.AI_HOSTING
                && evaluation.situation().choice(TENANT).equals(NO_TENANT)) {
            return texts.message(key + ".search", who);
        }
        if (made.extent() == null) {
            return texts.message(key, who);
        }
        if (evaluation.request().answers().byId().get(OFFERED) instanceof Answer.Number offered
                && offered.value() > 0) {
            String megawatts = texts.value(OFFERED, Plain.value(offered));
            return texts.message(key + "." + made.extent() + ".offered", who, megawatts);
        }
        return texts.message(key + "." + made.extent(), who);
    }

    private static Memo.Certainty certainty(Interview interview, Advice advice, @Nullable RankedStrategy second) {
        boolean reportable = interview.reportable();
        return new Memo.Certainty(
                reportable,
                reportable ? Plain.number(interview.lowest(), 3) : null,
                reportable ? Plain.number(interview.highest(), 3) : null,
                interview.proven(),
                interview.answered(),
                interview.assumed(),
                second == null
                        ? null
                        : Plain.number(advice.score(advice.recommendation().strategy()) - second.score()));
    }

    private static List<AdviceDocument.EvidenceItem> arguments(Advice advice, Strategy strategy) {
        return advice.evidence(strategy, Evidence.Direction.FOR).stream()
                .limit(ARGUMENTS)
                .map(AdviceDocument.EvidenceItem::of)
                .toList();
    }

    /** The answers in the order of the questionnaire. */
    private static SortedMap<String, Object> answers(Evaluation evaluation) {
        SortedMap<String, Object> ordered = new TreeMap<>(
                Comparator.<String>comparingInt(evaluation.situation().questionnaire()::position)
                        .thenComparing(Comparator.naturalOrder()));
        ordered.putAll(Plain.map(evaluation.request().answers().byId()));
        return ordered;
    }

    private Memo.NearestCases peers(Evaluation evaluation) {
        var nearest = analyses.peers(evaluation, PEERS);
        return new Memo.NearestCases(
                nearest.among(),
                AdviceDocument.PeerItem.all(
                        nearest, evaluation::caseStudy, evaluation.request().language()));
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

    private static Memo.ReceiptSeal seal(Receipt receipt) {
        ReceiptFields fields = receipt.fields();
        return new Memo.ReceiptSeal(
                receipt.hash(),
                fields.assessment(),
                fields.version(),
                fields.issuedAt(),
                fields.rulebook(),
                fields.engine(),
                COMMAND);
    }
}
