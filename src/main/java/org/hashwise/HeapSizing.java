package org.hashwise;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Manageable options of the JVM with which the heap shrinks again after a peak, such as the one while rules are read. Options on the
 * command line win; a JVM that has none of them keeps its defaults.
 */
final class HeapSizing {

    /** In the order in which the JVM accepts them: the smaller ratio first. */
    private static final Map<String, String> OPTIONS = options();

    private HeapSizing() {}

    /** Sets the options that still have the default of the JVM. */
    static void apply() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null) {
            return;
        }
        OPTIONS.forEach((name, value) -> set(machine, name, value));
    }

    private static void set(HotSpotDiagnosticMXBean machine, String name, String value) {
        try {
            VMOption option = machine.getVMOption(name);
            if (option.isWriteable() && option.getOrigin() == VMOption.Origin.DEFAULT) {
                machine.setVMOption(name, value);
            }
        } catch (IllegalArgumentException absentOrRefused) {
            // Another collector or another JVM: the program runs with what there is.
        }
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("MinHeapFreeRatio", "10");
        options.put("MaxHeapFreeRatio", "30");
        options.put(
                "G1PeriodicGCInterval", "60000"); // milliseconds without a collection, after which G1 gives memory back
        return options;
    }
}
