package org.hashwise.rulebook.engine;

import java.util.List;
import java.util.function.Consumer;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.RulebookContents;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** Rule engine that evaluates checked rules by Drools. Thread-safe; every evaluation has a session to itself. */
public final class DroolsEngine extends RuleEngine {

    /** Sessions made at once; the pool grows with the threads. Resetting a session costs half of making one. */
    private static final int POOLED = 1;

    /** The strategies that compete for the best score; restructuring is what is left. */
    static final List<String> CONTENDERS =
            List.of(Strategy.HOLD.name(), Strategy.AI_HOSTING.name(), Strategy.DAT.name());

    static {
        // Drools takes this setting from system properties, or from XML that would need one more library. Rules have no
        // priorities, so an agenda that orders their activations is not needed, and would cost on every firing.
        // (Sessions stay thread-safe: without this setting those of one rulebook share the arguments of consequences.)
        System.setProperty("drools.directFiring", "true");
    }

    private final KieSessionsPool sessions;
    private final FiringLimit bound;

    /** @param bound of each evaluation */
    DroolsEngine(KieBase base, RulebookContents contents, FiringLimit bound) {
        super(contents);
        this.bound = bound;
        this.sessions = base.newKieSessionsPool(POOLED);
    }

    /**
     * Builds the network of rules that were checked.
     *
     * @throws EngineRefused when the engine does not take a rule, which the checks should have prevented
     */
    public static DroolsEngine of(RulebookContents contents) {
        return new DroolsEngine(
                KieBaseBuilder.createKieBaseFromModel(RuleModel.of(contents)), contents, FiringLimit.USUAL);
    }

    @Override
    public Findings evaluate(Situation situation) {
        Findings findings = new Findings(effects);
        FiringLimitListener watch = new FiringLimitListener(bound);
        run(findings, session -> {
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
        Findings findings = new Findings(effects);
        run(findings, session -> {
            session.insert(new Jurisdiction(code));
            session.fireAllRules(new FiringLimitListener(bound));
        });
        return findings.rows();
    }

    private void run(Findings findings, Consumer<KieSession> work) {
        KieSession session = sessions.newKieSession();
        session.setGlobal(RuleModel.FINDINGS, findings);
        try {
            work.accept(session);
        } finally {
            session.dispose(); // resets it, whatever state it is in, and gives it back
        }
    }

    @Override
    public void close() {
        sessions.shutdown();
    }
}
