package org.hashwise.rulebook.engine;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * Network of rules in Drools, with its sessions; built when it is first used. Thread-safe; every run has a session to
 * itself.
 */
final class RuleNetwork {

    /** Sessions made at once; the pool grows with the threads. Resetting a session costs half of making one. */
    private static final int POOLED = 1;

    static {
        // Drools takes this setting from system properties, or from XML that would need one more library. Rules have no
        // priorities, so an agenda that orders their activations is not needed, and would cost on every firing.
        // (Sessions stay thread-safe: without this setting those of one rulebook share the arguments of consequences.)
        System.setProperty("drools.directFiring", "true");
    }

    private final Supplier<KieBase> network;

    /** Those of the network; null until it is built. */
    private volatile @Nullable KieSessionsPool sessions;

    /** @param network asked once, at the first use */
    RuleNetwork(Supplier<KieBase> network) {
        this.network = network;
    }

    static KieBase built(Model model) {
        return KieBaseBuilder.createKieBaseFromModel(model);
    }

    /** Builds it if it is not yet built. */
    KieSessionsPool sessions() {
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

    /** Has a session do some work, whose consequences go to the findings. */
    void run(Findings findings, Consumer<KieSession> work) {
        KieSession session = sessions().newKieSession();
        session.setGlobal(RuleModel.FINDINGS, findings);
        try {
            work.accept(session);
        } finally {
            session.dispose(); // resets it, whatever state it is in, and gives it back
        }
    }

    void close() {
        KieSessionsPool ready = sessions;
        if (ready != null) {
            ready.shutdown();
        }
    }
}
