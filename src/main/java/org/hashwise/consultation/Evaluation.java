package org.hashwise.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.CaseStudy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request evaluated by one edition of the rulebook. Everything that is said about a request is taken from here: its
 * page, its JSON, its receipt and the {@link Analyses} of it.
 *
 * <p>An evaluation is made in three steps. {@link Consultation#evaluate} finds the market snapshot of the day. {@link
 * Situation} completes the answers with market values, estimates and assumptions, and computes the metrics. The {@link
 * Adviser}, which is the {@link Rulebook} in force or an overlay of it, runs the rules over the situation when {@link
 * #advice} or {@link #verdict} is first asked for.
 *
 * <p>Immutable. It may be used as long as its edition is open: in a web request to its end, elsewhere as long as the
 * caller holds a lease of the edition.
 */
public final class Evaluation {

    private final Consultation.Request request;
    private final Situation situation;
    private final Adviser adviser;

    // Made on demand: most analyses need no texts. Two threads may both make it, and make the same.
    private @Nullable Advice advice;

    /** @param situation the company of the request on its day */
    public Evaluation(Consultation.Request request, Situation situation, Adviser adviser) {
        this.request = request;
        this.situation = situation;
        this.adviser = adviser;
    }

    /** @throws NoMarketYet when no snapshot is as old as the day */
    static MarketSnapshot market(Rulebook rulebook, LocalDate day, Language language) {
        return rulebook.markets().asOf(day).orElseThrow(() -> new NoMarketYet(day, rulebook.markets(), language));
    }

    /** The evaluation that a receipt records, by the rulebook that it names. */
    static Evaluation of(Rulebook rulebook, ReceiptFields receipt, MarketSnapshot market) {
        Answers answers = new AnswersReader(rulebook.questionnaire())
                .read(receipt.answers())
                .answers();
        return of(
                rulebook,
                new Consultation.Request(receipt.company(), receipt.asOf(), receipt.language(), answers),
                market,
                receipt.asOf());
    }

    /**
     * A company that is evaluated by a rulebook.
     *
     * @param day for a request that names none
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public static Evaluation of(Rulebook rulebook, Consultation.Request request, LocalDate day) {
        LocalDate asOf = request.asOf() == null ? day : request.asOf();
        return of(rulebook, request, market(rulebook, asOf, request.language()), asOf);
    }

    /** @param market what it lacks, or states outside of the accepted range, is taken from the rulebook */
    static Evaluation of(Rulebook rulebook, Consultation.Request request, MarketSnapshot market, LocalDate day) {
        Situation situation = rulebook.situation(request.answers(), complete(rulebook, market), day);
        return new Evaluation(request, situation, rulebook);
    }

    // An older edition may have known fewer indicators, and a receipt from elsewhere may state anything.
    private static MarketSnapshot complete(Rulebook rulebook, MarketSnapshot stated) {
        MarketSnapshot own = rulebook.markets().nearest(stated.asOf());
        if (own.equals(stated)) {
            return own;
        }
        Map<String, MarketSnapshot.Indicator> indicators = new TreeMap<>(stated.indicators());
        own.indicators()
                .forEach((id, indicator) -> indicators.merge(
                        id, indicator, (given, other) -> accepts(rulebook, id, given.value()) ? given : other));
        return new MarketSnapshot(stated.asOf(), indicators);
    }

    private static boolean accepts(Rulebook rulebook, String id, double value) {
        return rulebook.questionnaire()
                .question(id)
                .filter(question -> value < question.min() || value > question.max())
                .isEmpty();
    }

    /** The same company with other answers, on the same day and by the same edition. */
    public Evaluation with(Answers answers) {
        return new Evaluation(request.with(answers), situation.with(answers), adviser);
    }

    /** The same evaluation with texts in another language. */
    Evaluation in(Language language) {
        return new Evaluation(
                new Consultation.Request(request.company(), request.asOf(), language, request.answers()),
                situation,
                adviser);
    }

    public Consultation.Request request() {
        return request;
    }

    public Situation situation() {
        return situation;
    }

    public Questionnaire questionnaire() {
        return situation.questionnaire();
    }

    /** The market snapshot that the advice rests on. */
    public MarketSnapshot market() {
        return situation.market();
    }

    /** The fingerprint of the edition that evaluates, {@code sha256:…}. */
    public String edition() {
        return adviser.edition();
    }

    /** The value of a parameter of the edition that evaluates; empty when it has none of this name. */
    public OptionalDouble parameter(String name) {
        return adviser instanceof Rulebook rulebook && rulebook.parameters().containsKey(name)
                ? OptionalDouble.of(rulebook.threshold(name))
                : OptionalDouble.empty();
    }

    /** The company of this id in the casebook of the edition that evaluates. */
    public Optional<CaseStudy> caseStudy(String id) {
        return adviser instanceof Rulebook rulebook ? rulebook.caseStudy(id) : Optional.empty();
    }

    /** The edition that evaluates. */
    Adviser adviser() {
        return adviser;
    }

    /** The rulebook that gave the advice; the one in force when the rules were made for this request. */
    Rulebook rulebook(ActiveRulebook rulebooks) {
        return adviser instanceof Rulebook own ? own : rulebooks.current();
    }

    /** The decision with its reasons and texts, in the language of the request. */
    public Advice advice() {
        Advice made = advice;
        if (made == null) {
            made = adviser.advise(situation, request.language());
            advice = made;
        }
        return made;
    }

    /** The decision without reasons and texts: fast. */
    public Verdict verdict() {
        return adviser.verdict(situation);
    }

    /** The doubts about the answers, with their texts; null in editions without rules for them. */
    public @Nullable List<Doubt> doubts() {
        Advice made = advice;
        return made == null ? adviser.doubts(situation, request.language()) : made.doubts();
    }

    /** The change of one value alone that is nearest to the company and leads to another strategy; found by this thread. */
    public Optional<Flip> nearestFlip() {
        return new FlipFinder(adviser).nearest(situation);
    }

    /** The fields of the receipt but for the hash. */
    ObjectNode fields(ReceiptWriter.Heading heading) {
        return ReceiptWriter.write(heading, this);
    }
}
