package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedInputTests {

    private static BoundedInput input(int bytes) {
        return new BoundedInput(new ByteArrayInputStream(new byte[bytes]), 3);
    }

    @Test
    void allBytesUpToTheLimitAreRead() throws IOException {
        assertThat(input(3).readAllBytes()).hasSize(3);
    }

    @Test
    void oneByteMoreIsRefusedWithTheLimit() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> input(4).readAllBytes())
                .satisfies(refusal -> {
                    assertThat(refusal.isTooLarge()).isTrue();
                    assertThat(refusal.arguments()).isEqualTo(List.of(3));
                });
    }

    @Test
    void bytesThatAreReadOneByOneCountToo() throws IOException {
        BoundedInput input = input(4);
        for (int read = 0; read < 3; read++) {
            assertThat(input.read()).isZero();
        }
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(input::read);
        assertThat(input(0).read()).isEqualTo(-1);
    }
}
