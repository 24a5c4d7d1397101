package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts hold numbers in this form: what is expected here never changes, whatever a JDK writes. */
class PlainTests {

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3",
        "-92044.43284719712, -92044.4328471971",
        "0.00000123, 0.00000123",
        "21000000, 21000000",
        "1500000000000000.5, 1500000000000000",
        "60298920706384848, 60298920706384800",
        "227263968925027488, 227263968925027000",
        "-537518192299991488, -537518192299991000",
        "4630445664341884928, 4630445664341880000",
        "12345678901234567890123, 12345678901234600000000"
    })
    void numbersHaveFifteenDigitsUnderEveryJdk(double value, String expected) {
        assertThat(new BigDecimal(Plain.number(value).toString())).isEqualTo(new BigDecimal(expected));
    }
}
