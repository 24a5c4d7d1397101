package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hashwise.economics.LiquidityCalendar.Month;
import org.junit.jupiter.api.Test;

/** Every expected figure was worked out by hand, in millions of dollars. */
class LiquidityCalendarTests {

    private static final double NEVER = 120;

    @Test
    void moneyThatIsOnlyBurntLastsFundsOverBurn() {
        LiquidityCalendar calendar = calendar(100, -8, 0, 0);
        assertThat(calendar.monthsUntilShort()).isCloseTo(12.5, within(1e-9));
        assertThat(calendar.closingUsd(12)).isEqualTo(4);
        assertThat(calendar.lowestUsd(24)).isEqualTo(100 - 24 * 8);
    }

    @Test
    void debtIsPaidFromWhatTheBurnHasLeft() {
        // 79 of funds, 2.8 burnt a month, 60 due after ten: 51 are left, 9 are missing
        LiquidityCalendar calendar = calendar(79, -2.8, 60, 10);
        assertThat(calendar.closingUsd(9)).isCloseTo(53.8, within(1e-9));
        assertThat(calendar.closingUsd(10)).isCloseTo(-9, within(1e-9));
        assertThat(calendar.debtDueShortfallUsd()).isCloseTo(9, within(1e-9));
        assertThat(calendar.monthsUntilShort()).isEqualTo(10);
    }

    @Test
    void moneyThatEndsBeforeTheDebtIsDueLeavesAllOfItUnpaid() {
        LiquidityCalendar calendar = calendar(20, -5, 60, 10);
        assertThat(calendar.monthsUntilShort()).isCloseTo(4, within(1e-9));
        assertThat(calendar.debtDueShortfallUsd()).isEqualTo(60);
    }

    @Test
    void debtThatIsPaidShortensWhatFollows() {
        // 100 less 6 × 5 less 40 leaves 30 after month 6: six more months
        LiquidityCalendar calendar = calendar(100, -5, 40, 6);
        assertThat(calendar.debtDueShortfallUsd()).isZero();
        assertThat(calendar.monthsUntilShort()).isCloseTo(12, within(1e-9));
    }

    @Test
    void debtThatIsDueTodayIsPaidBeforeAnythingElse() {
        assertThat(calendar(50, 3, 60, 0).monthsUntilShort()).isZero();
        assertThat(calendar(50, 3, 60, 0).debtDueShortfallUsd()).isEqualTo(10);
        assertThat(calendar(60, 3, 60, 0).monthsUntilShort()).isEqualTo(NEVER);
    }

    @Test
    void whatTheBusinessEarnsUntilThenPaysToo() {
        assertThat(calendar(40, 2, 60, 10).monthsUntilShort()).isEqualTo(NEVER);
        assertThat(calendar(39, 2, 60, 10).debtDueShortfallUsd()).isEqualTo(1);
    }

    @Test
    void theBuildingTakesItsShareBeforeTheFirstRentAndGivesRentAfterIt() {
        // 100 of funds, burn 2, a debt of 30 in month 3, 40 of own share over 5 months, then 6 a month
        LiquidityCalendar calendar = new LiquidityCalendar(100, -2, 30, 3, 40, 5, 6);
        assertThat(calendar.months(7))
                .extracting(Month::closingUsd)
                .containsExactly(100.0, 90.0, 80.0, 40.0, 30.0, 20.0, 24.0, 28.0);
        assertThat(calendar.monthsUntilShort()).isEqualTo(NEVER);
        assertThat(calendar.lowestUsd(7)).isEqualTo(20);
        assertThat(calendar.months(7).get(3)).isEqualTo(new Month(3, 80, -2, -30, -8, 0, 40));
        assertThat(calendar.months(7).get(6)).isEqualTo(new Month(6, 20, -2, 0, 0, 6, 24));
    }

    @Test
    void aDollarForTheBuildingIsNotThereForTheDebt() {
        // each alone is paid out of 100; together they are not
        assertThat(new LiquidityCalendar(100, 0, 80, 6, 0, 12, 0).monthsUntilShort())
                .isEqualTo(NEVER);
        assertThat(new LiquidityCalendar(100, 0, 0, 0, 60, 12, 0).monthsUntilShort())
                .isEqualTo(NEVER);
        LiquidityCalendar both = new LiquidityCalendar(100, 0, 80, 6, 60, 12, 0);
        assertThat(both.monthsUntilShort()).isEqualTo(6);
        assertThat(both.debtDueShortfallUsd()).isEqualTo(10);
        assertThat(both.closingUsd(12)).isEqualTo(-40);
    }

    @Test
    void theFlowsOfAMonthLeadFromItsOpeningToItsClosing() {
        List<Month> months = new LiquidityCalendar(90, -3.5, 25, 4, 33, 9, 5.5).months(24);
        assertThat(months).hasSize(25);
        for (Month month : months) {
            double sum =
                    month.openingUsd() + month.miningUsd() + month.debtDueUsd() + month.ownShareUsd() + month.rentUsd();
            assertThat(sum).as("month %s", month.number()).isCloseTo(month.closingUsd(), within(1e-9));
            if (month.number() > 0) {
                assertThat(month.openingUsd())
                        .isEqualTo(months.get(month.number() - 1).closingUsd());
            }
        }
    }

    private static LiquidityCalendar calendar(double funds, double mining, double debt, int month) {
        return new LiquidityCalendar(funds, mining, debt, month, 0, 1, 0);
    }
}
