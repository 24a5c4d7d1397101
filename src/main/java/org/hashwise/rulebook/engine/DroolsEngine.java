package org.hashwise.rulebook.engine;

import java.util.List;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.RulebookContents;
import org.kie.api.KieBase;

/** Rule engine that evaluates checked rules by Drools. Thread-safe; every evaluation has a session to itself. */
public final class DroolsEngine extends RuleEngine {

    /** The strategies that compete for the best score; restructuring is what is left. */
    static final List<String> CONTENDERS =
            List.of(Strategy.HOLD.name(), Strategy.AI_HOSTING.name(), Strategy.DAT.name());

    private final RuleNetwork decision;

    /** The rules that doubt answers, in a network of their own: those that decide never see them. */
    private final RuleNetwork plausibility;

    private final FiringLimit bound;

    /**
     * @param network of the rules that decide; asked once, at the first evaluation
     * @param bound of each evaluation
     */
    DroolsEngine(Supplier<KieBase> network, RulebookContents contents, FiringLimit bound) {
        super(contents);
        this.decision = new RuleNetwork(network);
        this.plausibility = new RuleNetwork(() -> next(() -> RuleModel.ofDoubts(contents)));
        this.bound = bound;
    }

    /**
     * Builds the networks of rules that were checked.
     *
     * @throws EngineRefused when the engine does not take a rule, which the checks should have prevented
     */
    public static DroolsEngine of(RulebookContents contents) {
        DroolsEngine engine =
                new DroolsEngine(() -> RuleNetwork.built(RuleModel.of(contents)), contents, FiringLimit.USUAL);
        engine.decision.sessions();
        if (!engine.plausibility().isEmpty()) {
            engine.plausibility.sessions();
        }
        return engine;
    }

    /**
     * The same for rules that were in an engine before: each network is built when it is first needed. It is memory alone,
     * and ends with its last user, so that it need not be closed.
     */
    public static DroolsEngine whenAsked(RulebookContents contents) {
        return new DroolsEngine(() -> next(() -> RuleModel.of(contents)), contents, FiringLimit.USUAL);
    }

    /** One at a time: what is built takes memory, and any number of requests may ask for different ones at once. */
    private static synchronized KieBase next(Supplier<Model> model) {
        return RuleNetwork.built(model.get());
    }

    @Override
    public Findings evaluate(Situation situation) {
        Findings findings = new Findings(effects);
        FiringLimitListener watch = new FiringLimitListener(bound);
        decision.run(findings, session -> {
            session.insert(situation);
            session.fireAllRules(watch);
            for (String strategy : CONTENDERS) {
                session.insert(new CandidateStrategy(strategy));
            }
            session.fireAllRules(watch);
            session.insert(new Ballot());
            session.fireAllRules(watch);
        });
        return findings;
    }

    @Override
    public List<Integer> rowsFor(String code) {
        return matching(decision, new Jurisdiction(code));
    }

    @Override
    List<Integer> doubting(Situation situation) {
        return matching(plausibility, situation);
    }

    private List<Integer> matching(RuleNetwork network, Object fact) {
        Findings findings = new Findings(effects);
        network.run(findings, session -> {
            session.insert(fact);
            session.fireAllRules(new FiringLimitListener(bound));
        });
        return findings.matching();
    }

    @Override
    public void close() {
        decision.close();
        plausibility.close();
    }
}
