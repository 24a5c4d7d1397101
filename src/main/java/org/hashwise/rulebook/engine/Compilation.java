package org.hashwise.rulebook.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.drools.model.codegen.ExecutableModelProject;
import org.hashwise.advice.Situation;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Compiles rules and the fact types that they match, in memory. */
final class Compilation {

    private Compilation() {}

    // Drools takes these settings from system properties, or from XML that would need one more library.
    static {
        // Lambdas that stay inside the classes of their rules are far fewer classes to compile and to load.
        System.setProperty("drools.externaliseCanonicalModelLambda", "false");
        // No rule goes before another: an agenda in which matches wait for their turn is not needed, and costs on every
        // firing. (Sessions stay thread-safe: without it those of one rulebook share the arguments of consequences.)
        System.setProperty("drools.directFiring", "true");
    }

    /**
     * One at a time: two that run side by side now and then miss classes of each other, and would only take turns on the
     * processor.
     *
     * @throws EngineRefused when the engine does not take the text
     */
    static synchronized KieContainer of(Map<String, String> factSources, String drl) {
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId(
                "org.hashwise", "policy", UUID.randomUUID().toString());
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        String folder = FactSources.PACKAGE.replace('.', '/');
        factSources.forEach((name, source) -> files.write("src/main/java/" + folder + "/" + name + ".java", source));
        files.write("src/main/resources/" + folder + "/policy.drl", drl);
        KieBuilder builder = services.newKieBuilder(files, Compilation.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new EngineRefused(errors.stream().map(Message::getText).toList());
        }
        try {
            return services.newKieContainer(id, Compilation.class.getClassLoader());
        } finally {
            services.getRepository().removeKieModule(id); // or every reload would stay in memory
        }
    }

    /** Makes the fact of a situation. */
    @SuppressWarnings("unchecked") // FactSources writes the class with this type
    static Function<Situation, Object> facts(KieContainer container) {
        try {
            return (Function<Situation, Object>) container
                    .getClassLoader()
                    .loadClass(FactSources.PACKAGE + "." + FactSources.FACTORY)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new EngineRefused(List.of(String.valueOf(failure.getMessage())));
        }
    }
}
