package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.drools.model.codegen.ExecutableModelProject;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulePrinter;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.Strength;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** Checked rules, compiled in memory to Drools' executable model. Thread-safe; every evaluation has its own session. */
public final class CompiledRules implements AutoCloseable {

    /** More firings than any situation can cause with rules that only add evidence. */
    private static final int MOST_FIRINGS = 10_000;

    /** The strategies that compete for the best score; restructuring is what is left. */
    private static final List<String> CONTENDERS =
            List.of(Strategy.HOLD.name(), Strategy.AI_HOSTING.name(), Strategy.DAT.name());

    private final KieContainer container;
    private final KieSessionsPool sessions;
    private final Function<Situation, Object[]> facts;
    private final List<Effect> effects;
    private final Evidence[] evidence;
    private final Gate[] gates;
    private final List<Rule> decisionRules;

    private CompiledRules(
            KieContainer container,
            Function<Situation, Object[]> facts,
            List<Effect> effects,
            List<Rule> decisionRules) {
        this.container = container;
        this.sessions = container.newKieSessionsPool(2);
        this.facts = facts;
        this.effects = List.copyOf(effects);
        this.decisionRules = List.copyOf(decisionRules);
        this.evidence = new Evidence[effects.size()];
        this.gates = new Gate[effects.size()];
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            String strategy = effect.strategy().name();
            evidence[i] = new Evidence(strategy, effect.strength(), effect.points());
            gates[i] = new Gate(strategy);
        }
    }

    /**
     * Compiles rules that were checked.
     *
     * @param policy rules that add evidence, gates, steps and risks
     * @param decision rules of the recommendation, in the order of their file
     * @param grading rows of the regulation table
     * @throws EngineRefused when the engine does not take a rule, which the checks should have prevented
     */
    public static CompiledRules of(
            Questionnaire questionnaire,
            List<Rule> policy,
            List<Rule> decision,
            List<Rule> grading,
            Map<String, Double> thresholds) {
        List<Effect> effects = new ArrayList<>();
        StringBuilder drl = new StringBuilder("package " + FactSources.PACKAGE + ";\n");
        for (Class<?> type : List.of(
                Evidence.class,
                Gate.class,
                Candidate.class,
                Ballot.class,
                Standing.class,
                Recommended.class,
                Jurisdiction.class)) {
            drl.append("import ").append(type.getName()).append(";\n");
        }
        drl.append("global ").append(Findings.class.getName()).append(" findings;\n");
        for (Rule rule : policy) {
            RulePrinter printer =
                    new RulePrinter(thresholds, consequence -> policyStatement(rule, consequence, effects));
            drl.append(printer.print(rule));
        }
        for (int i = 0; i < decision.size(); i++) {
            int index = i;
            RulePrinter printer = new RulePrinter(thresholds, consequence -> decisionStatement(index, consequence));
            drl.append(printer.print(decision.get(i)));
        }
        for (int i = 0; i < grading.size(); i++) {
            String statement = "findings.row(" + i + ");";
            RulePrinter printer = new RulePrinter(thresholds, consequence -> statement);
            drl.append(printer.print(grading.get(i)));
        }
        KieContainer container = compile(FactSources.of(questionnaire), drl.toString());
        return new CompiledRules(container, factory(container), effects, decision);
    }

    private static String policyStatement(Rule rule, Consequence consequence, List<Effect> effects) {
        ConsequenceForm form = formOf(consequence, RuleRole.POLICY);
        Strategy strategy = Strategy.valueOf(consequence.arguments().get(0).text());
        int points = switch (form) {
            case SUPPORT -> strength(consequence);
            case OPPOSE -> -strength(consequence);
            default -> 0;
        };
        int index = effects.size();
        effects.add(new Effect(index, rule, form, strategy, points));
        return switch (form) {
            case SUPPORT, OPPOSE -> "insert( findings.evidence(" + index + ") );";
            case BLOCK -> "insert( findings.gate(" + index + ") );";
            default -> "findings.point(" + index + ");";
        };
    }

    private static int strength(Consequence consequence) {
        return Strength.valueOf(consequence.arguments().get(1).text()).points();
    }

    private static String decisionStatement(int rule, Consequence consequence) {
        String first = argument(consequence.arguments().get(0));
        return switch (formOf(consequence, RuleRole.DECISION)) {
            case SCORE ->
                "insert( findings.score(" + rule + ", " + first + ", "
                        + argument(consequence.arguments().get(1)) + ", "
                        + consequence.arguments().get(2).text().equals("VIABLE") + ") );";
            case RECOMMEND -> "insert( findings.recommend(" + rule + ", " + first + ") );";
            case EXTENT -> "findings.extent(" + rule + ", " + first + ");";
            default -> "findings.combine(" + rule + ", " + first + ");";
        };
    }

    private static String argument(Consequence.Argument argument) {
        return argument.kind() == Consequence.Argument.Kind.WORD ? '"' + argument.text() + '"' : argument.text();
    }

    private static ConsequenceForm formOf(Consequence consequence, RuleRole role) {
        ConsequenceForm form = ConsequenceForm.of(consequence.name(), role);
        if (form == null) {
            throw new IllegalArgumentException(consequence.name());
        }
        return form;
    }

    private static KieContainer compile(Map<String, String> factSources, String drl) {
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId(
                "org.hashwise", "policy", java.util.UUID.randomUUID().toString());
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        String folder = FactSources.PACKAGE.replace('.', '/');
        factSources.forEach((name, source) -> files.write("src/main/java/" + folder + "/" + name + ".java", source));
        files.write("src/main/resources/" + folder + "/policy.drl", drl);
        KieBuilder builder = services.newKieBuilder(files, CompiledRules.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new EngineRefused(errors.stream().map(Message::getText).toList());
        }
        try {
            return services.newKieContainer(id, CompiledRules.class.getClassLoader());
        } finally {
            services.getRepository().removeKieModule(id); // or every reload would stay in memory
        }
    }

    @SuppressWarnings("unchecked") // FactSources writes the class with this type
    private static Function<Situation, Object[]> factory(KieContainer container) {
        try {
            return (Function<Situation, Object[]>) container
                    .getClassLoader()
                    .loadClass(FactSources.PACKAGE + ".Facts")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new EngineRefused(List.of(String.valueOf(failure.getMessage())));
        }
    }

    /** Lets all rules look at a situation: first the policy, then the scores, then the decision. */
    public Findings evaluate(Situation situation) {
        Findings findings = new Findings(effects, evidence, gates);
        KieSession session = sessions.newKieSession();
        try {
            session.setGlobal("findings", findings);
            for (Object fact : facts.apply(situation)) {
                session.insert(fact);
            }
            fire(session);
            for (String strategy : CONTENDERS) {
                session.insert(new Candidate(strategy));
            }
            fire(session);
            session.insert(new Ballot());
            fire(session);
        } finally {
            session.dispose();
        }
        return findings;
    }

    /** The positions of the rows of the regulation table that match a code, in ascending order. */
    public List<Integer> rowsFor(String code) {
        Findings findings = new Findings(effects, evidence, gates);
        KieSession session = sessions.newKieSession();
        try {
            session.setGlobal("findings", findings);
            session.insert(new Jurisdiction(code));
            fire(session);
        } finally {
            session.dispose();
        }
        return findings.rows();
    }

    private static void fire(KieSession session) {
        if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
            throw new RunawayRules();
        }
    }

    /** The rules of the recommendation, in order. */
    public List<Rule> decisionRules() {
        return decisionRules;
    }

    @Override
    public void close() {
        sessions.shutdown();
        container.dispose();
    }
}
