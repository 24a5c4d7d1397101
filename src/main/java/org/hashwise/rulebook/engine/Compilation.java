package org.hashwise.rulebook.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.InternalKieModuleProvider;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kproject.models.KieModuleModelImpl;
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
        // What was compiled with a newer JDK runs on the oldest one that the program runs on.
        System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    }

    /**
     * Takes what was compiled when the program was built, else compiles. One at a time: two that run side by side now and
     * then miss classes of each other, and would only take turns on the processor.
     *
     * @throws EngineRefused when the engine does not take the text
     */
    static synchronized KieContainer of(Map<String, String> factSources, String drl) {
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId(
                "org.hashwise", "policy", UUID.randomUUID().toString());
        Optional<byte[]> made = PrecompiledRulesCache.find(factSources, drl);
        if (made.isPresent()) {
            services.getRepository().addKieModule(opened(made.get(), id));
        } else {
            compile(factSources, drl, id);
        }
        try {
            return services.newKieContainer(id, Compilation.class.getClassLoader());
        } finally {
            services.getRepository().removeKieModule(id); // or every reload would stay in memory
        }
    }

    /** The compiled form, for {@link PrecompiledRulesCache}. */
    static synchronized byte[] packed(Map<String, String> factSources, String drl) {
        ReleaseId id = KieServices.get().newReleaseId("org.hashwise", "policy", "packed");
        try {
            return compile(factSources, drl, id).getBytes();
        } finally {
            KieServices.get().getRepository().removeKieModule(id);
        }
    }

    private static InternalKieModule compile(Map<String, String> factSources, String drl, ReleaseId id) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        String folder = FactClassGenerator.PACKAGE.replace('.', '/');
        factSources.forEach((name, source) -> files.write("src/main/java/" + folder + "/" + name + ".java", source));
        files.write("src/main/resources/" + folder + "/policy.drl", drl);
        KieBuilder builder = services.newKieBuilder(files, Compilation.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new EngineRefused(errors.stream().map(Message::getText).toList());
        }
        return (InternalKieModule) builder.getKieModule();
    }

    private static InternalKieModule opened(byte[] packed, ReleaseId id) {
        try {
            KieModuleModelImpl model = new KieModuleModelImpl();
            KieBuilderImpl.setDefaultsforEmptyKieModule(model);
            MemoryFileSystem files = MemoryFileSystem.readFromJar(new ByteArrayInputStream(packed));
            return InternalKieModuleProvider.get(id, model, files);
        } catch (RuntimeException damaged) {
            throw new EngineRefused(List.of(String.valueOf(damaged.getMessage())));
        }
    }

    /** Makes the fact of a situation. */
    @SuppressWarnings("unchecked") // FactSources writes the class with this type
    static Function<Situation, Object> facts(KieContainer container) {
        try {
            return (Function<Situation, Object>) container
                    .getClassLoader()
                    .loadClass(FactClassGenerator.PACKAGE + "." + FactClassGenerator.FACTORY)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new EngineRefused(List.of(String.valueOf(failure.getMessage())));
        }
    }
}
