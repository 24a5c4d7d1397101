package org.hashwise;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;

/**
 * Manageable options of the JVM with which the heap shrinks again after a peak, such as the one while rules are read. Options on the
 * command line win; a JVM that has none of them keeps its defaults.
 */
final class HeapSizing {

    private HeapSizing() {}

    /** Sets the options that still have the default of the JVM. */
    static void apply() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            // The smaller ratio first: the JVM refuses a greatest one below it.
            set(machine, "MinHeapFreeRatio", 10);
            set(machine, "MaxHeapFreeRatio", 30);
            // Milliseconds without a collection, after which G1 gives memory back.
            set(machine, "G1PeriodicGCInterval", 60_000);
        }
    }

    private static void set(HotSpotDiagnosticMXBean machine, String name, int value) {
        try {
            VMOption option = machine.getVMOption(name);
            if (option.isWriteable() && option.getOrigin() == VMOption.Origin.DEFAULT) {
                machine.setVMOption(name, Integer.toString(value));
            }
        } catch (IllegalArgumentException absentOrRefused) {
            // Another collector or another JVM: the program runs with what there is.
        }
    }
}
