package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class HeapSizingTests {

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void theHeapShrinksAgainUnlessAnOptionSaysOtherwise() {
        HeapSizing.apply();
        assertThat(machine.getVMOption("MinHeapFreeRatio").getValue()).isEqualTo("10");
        assertThat(machine.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("30");

        machine.setVMOption("MaxHeapFreeRatio", "31");
        HeapSizing.apply();
        assertThat(machine.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("31");
    }
}
