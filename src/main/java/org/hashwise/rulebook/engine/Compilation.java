package org.hashwise.rulebook.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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
    private static final String RULES_FOR_PARALLEL_BUILD = "drools.parallelRulesBuildThreshold";

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

    /** The compiled form, for {@link PrecompiledRulesCache}; the same bytes each time. */
    static synchronized byte[] packed(Map<String, String> factSources, String drl) {
        ReleaseId id = KieServices.get().newReleaseId("org.hashwise", "policy", "packed");
        // Threads that compile side by side would number the variables in the order in which they come.
        System.setProperty(RULES_FOR_PARALLEL_BUILD, String.valueOf(Integer.MAX_VALUE));
        try {
            return withoutTimes(compile(factSources, drl, id).getBytes());
        } finally {
            System.clearProperty(RULES_FOR_PARALLEL_BUILD);
            KieServices.get().getRepository().removeKieModule(id);
        }
    }

    private static byte[] withoutTimes(byte[] jar) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(jar.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            for (Map.Entry<String, byte[]> named : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(named.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(named.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
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
