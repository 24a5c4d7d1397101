package org.hashwise.rulebook.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.RulebookContents;
import org.jspecify.annotations.Nullable;
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

    private final Supplier<KieBase> network;
    private final FiringLimit bound;

    /** Those of the network; null until it is built. */
    private volatile @Nullable KieSessionsPool sessions;

    /**
     * @param network asked once, at the first evaluation
     * @param bound of each evaluation
     */
    DroolsEngine(Supplier<KieBase> network, RulebookContents contents, FiringLimit bound) {
        super(contents);
        this.network = network;
        this.bound = bound;
    }

    /**
     * Builds the network of rules that were checked.
     *
     * @throws EngineRefused when the engine does not take a rule, which the checks should have prevented
     */
    public static DroolsEngine of(RulebookContents contents) {
        DroolsEngine engine = new DroolsEngine(() -> network(contents), contents, FiringLimit.USUAL);
        engine.sessions();
        return engine;
    }

    /**
     * The same for rules that were in an engine before: the network is built at the first evaluation. It is memory alone,
     * and ends with its last user, so that it need not be closed.
     */
    public static DroolsEngine whenAsked(RulebookContents contents) {
        return new DroolsEngine(() -> nextNetwork(contents), contents, FiringLimit.USUAL);
    }

    /** One at a time: what is built takes memory, and any number of requests may ask for different ones at once. */
    private static synchronized KieBase nextNetwork(RulebookContents contents) {
        return network(contents);
    }

    private static KieBase network(RulebookContents contents) {
        return KieBaseBuilder.createKieBaseFromModel(RuleModel.of(contents));
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
        KieSession session = sessions().newKieSession();
        session.setGlobal(RuleModel.FINDINGS, findings);
        try {
            work.accept(session);
        } finally {
            session.dispose(); // resets it, whatever state it is in, and gives it back
        }
    }

    private KieSessionsPool sessions() {
        KieSessionsPool ready = sessions;
        return ready == null ? build() : ready;
    }

    private synchronized KieSessionsPool build() {
        KieSessionsPool ready = sessions;
        if (ready == null) {
            ready = network.get().newKieSessionsPool(POOLED);
            sessions = ready;
        }
        return ready;
    }

    @Override
    public void close() {
        KieSessionsPool ready = sessions;
        if (ready != null) {
            ready.shutdown();
        }
    }
}
