package org.hashwise;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

/**
 * Compiler directive (JEP 165) that leaves all methods to the first JIT compiler of HotSpot, C1. In the two seconds that a short
 * command takes, the second one compiles for longer than its faster code is run. A JVM without such directives compiles as ever.
 */
final class FirstCompilerOnly {

    private static final String DIRECTIVE = "[{match: \"*.*\", c2: {Exclude: true}}]";

    private FirstCompilerOnly() {}

    /** Applies the directive in the background: the management of the JVM takes a tenth of a second to start. */
    static void begin() {
        Thread thread = new Thread(FirstCompilerOnly::apply, "compiler-directive");
        thread.setDaemon(true);
        thread.start();
    }

    static void apply() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null || !isTiered(machine)) {
            return;
        }
        try {
            MBeanServer management = ManagementFactory.getPlatformMBeanServer();
            Path file = Files.createTempFile("hashwise", ".json");
            try {
                Files.writeString(file, DIRECTIVE);
                management.invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesAdd",
                        new Object[] {new String[] {file.toString()}},
                        new String[] {String[].class.getName()});
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | RuntimeMBeanException refused) {
            // Another JVM, or no place for a file: the command runs with both compilers.
        }
    }

    /** Without the first compiler, what the second leaves out would be interpreted. */
    private static boolean isTiered(HotSpotDiagnosticMXBean machine) {
        try {
            return Boolean.parseBoolean(machine.getVMOption("TieredCompilation").getValue());
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }
}
