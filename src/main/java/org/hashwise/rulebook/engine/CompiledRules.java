package org.hashwise.rulebook.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** Checked rules, compiled in memory to Drools' executable model. Thread-safe; every evaluation has a session to itself. */
public final class CompiledRules implements RuleEngine, AutoCloseable {

    /** Sessions made at once; the pool grows with the threads. Resetting a session costs half of making one. */
    private static final int POOLED = 1;

    /** The strategies that compete for the best score; restructuring is what is left. */
    static final List<String> CONTENDERS =
            List.of(Strategy.HOLD.name(), Strategy.AI_HOSTING.name(), Strategy.DAT.name());

    private final KieContainer container;
    private final KieSessionsPool sessions;
    private final Function<Situation, Object> facts;
    private final List<Effect> effects;
    private final EvidenceFact[] evidence;
    private final GateFact[] gates;
    private final List<Rule> decisionRules;
    private final FiringLimit bound;

    /** @param bound of each evaluation */
    CompiledRules(KieContainer container, List<Effect> effects, List<Rule> decisionRules, FiringLimit bound) {
        this.bound = bound;
        this.container = container;
        this.sessions = container.newKieSessionsPool(POOLED);
        this.facts = Compilation.facts(container);
        this.effects = List.copyOf(effects);
        this.decisionRules = List.copyOf(decisionRules);
        this.evidence = effects.stream().map(CompiledRules::evidence).toArray(EvidenceFact[]::new);
        this.gates = effects.stream()
                .map(effect -> new GateFact(effect.strategy().name()))
                .toArray(GateFact[]::new);
    }

    static EvidenceFact evidence(Effect effect) {
        return new EvidenceFact(effect.strategy().name(), effect.strength(), effect.points());
    }

    /**
     * Compiles rules that were checked.
     *
     * @throws EngineRefused when the engine does not take a rule, which the checks should have prevented
     */
    public static CompiledRules of(Questionnaire questionnaire, RuleSet rules) {
        DrlWriter statements = DrlWriter.of(rules);
        KieContainer container = Compilation.of(FactClassGenerator.of(questionnaire), statements.drl());
        return new CompiledRules(container, statements.effects(), rules.decision(), FiringLimit.USUAL);
    }

    /**
     * Compiles rules that were checked when the program is built, so that its start need not.
     *
     * @param classes the folder that goes into the program
     * @throws EngineRefused when the engine does not take a rule
     */
    public static void keep(Path classes, Questionnaire questionnaire, RuleSet rules) throws IOException {
        PrecompiledRulesCache.keep(
                classes,
                FactClassGenerator.of(questionnaire),
                DrlWriter.of(rules).drl());
    }

    @Override
    public Findings evaluate(Situation situation) {
        return evaluate(situation, List.of());
    }

    /**
     * The same, with effects that come from outside, as if rules of the policy had caused them.
     *
     * @param given of another compilation, when these rules are a decision without a policy
     */
    public Findings evaluate(Situation situation, List<Effect> given) {
        Findings findings = new Findings(effects, evidence, gates);
        findings.accept(given);
        FiringLimitListener watch = new FiringLimitListener(bound);
        run(findings, session -> {
            session.insert(facts.apply(situation));
            given.forEach(effect -> insert(effect, session));
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

    private static void insert(Effect effect, KieSession session) {
        if (effect.form() == ConsequenceForm.BLOCK) {
            session.insert(new GateFact(effect.strategy().name()));
        } else if (effect.points() != 0) {
            session.insert(evidence(effect));
        }
    }

    @Override
    public List<Integer> rowsFor(String code) {
        Findings findings = new Findings(effects, evidence, gates);
        run(findings, session -> {
            session.insert(new Jurisdiction(code));
            session.fireAllRules(new FiringLimitListener(bound));
        });
        return findings.rows();
    }

    private void run(Findings findings, Consumer<KieSession> work) {
        KieSession session = sessions.newKieSession();
        session.setGlobal("findings", findings);
        try {
            work.accept(session);
        } finally {
            session.dispose(); // resets it, whatever state it is in, and gives it back
        }
    }

    /** Every consequence of the policy, in the order of the rules. */
    public List<Effect> effects() {
        return effects;
    }

    @Override
    public List<Rule> decisionRules() {
        return decisionRules;
    }

    @Override
    public void close() {
        sessions.shutdown();
        container.dispose();
    }
}
