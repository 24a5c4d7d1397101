package org.hashwise.economics;

import java.util.ArrayList;
import java.util.List;

/**
 * A month-by-month forecast of one company's liquid funds, in USD. Each dollar is used once: what pays a debt is no
 * longer there for a building.
 *
 * <p>Month 0 is today; month 1 ends in a month. Burn, own share and rent are spread evenly within a month, debt is paid
 * at the end of the month in which it falls due. A balance below zero is money that is missing.
 *
 * @param openingUsd cash and free coins at the price of the scenario
 * @param miningUsdPerMonth what the business brings in a month, interest and overhead paid; negative when it burns cash
 * @param debtDueUsd debt that falls due at once
 * @param debtDueMonth the month at whose end it falls due, 0 for today
 * @param ownShareUsd the company's own share of a building, spread over the months before the first rent
 * @param monthsToFirstRent months before the first rent, at least 1
 * @param rentUsdPerMonth what the building adds in each month after those, debt service paid
 */
public record LiquidityCalendar(
        double openingUsd,
        double miningUsdPerMonth,
        double debtDueUsd,
        int debtDueMonth,
        double ownShareUsd,
        int monthsToFirstRent,
        double rentUsdPerMonth) {

    /** The number of months that are looked at; also the answer of {@link #monthsUntilShort} when money never ends. */
    public static final int LONGEST = (int) Metric.RUNWAY.cap();

    /** The market in which the forecast is made. */
    public enum Scenario {
        /** Price and network stay as they are. */
        MARKET_OF_THE_DAY,
        /** A coin loses 30 % and a tenth of the network switches off, from today on. */
        STRESS
    }

    /**
     * One month of the forecast; what goes out is negative, so that opening and all flows add up to closing.
     *
     * @param number 0 for today
     */
    public record Month(
            int number,
            double openingUsd,
            double miningUsd,
            double debtDueUsd,
            double ownShareUsd,
            double rentUsd,
            double closingUsd) {}

    /** Liquid funds at the end of a month, 0 for today. */
    public double closingUsd(int month) {
        double debt = month >= debtDueMonth ? debtDueUsd : 0;
        double ownShare = ownShareUsd * Math.min(month, monthsToFirstRent) / monthsToFirstRent;
        double rent = rentUsdPerMonth * Math.max(0, month - monthsToFirstRent);
        return openingUsd + miningUsdPerMonth * month - debt - ownShare + rent;
    }

    /**
     * Months until a payment cannot be made in full, 0 to 120; 120 when that does not happen within ten years. A part
     * of a month when the money ends in its course, the whole month when it ends with the debt that is due at its end.
     */
    public double monthsUntilShort() {
        if (closingUsd(0) < 0) {
            return 0;
        }
        int month = firstShortMonth();
        if (month > LONGEST) {
            return LONGEST;
        }
        double opening = closingUsd(month - 1);
        double flow = flowUsd(month);
        return opening + flow < 0 ? month - 1 + opening / -flow : month;
    }

    /** The first month after today at whose end money is missing; the one after the {@link #LONGEST} when it never is. */
    private int firstShortMonth() {
        int month = 1;
        if (isWithoutBuilding() && miningUsdPerMonth >= 0) {
            return debtDueMonth >= 1 && debtDueMonth <= LONGEST && closingUsd(debtDueMonth) < 0
                    ? debtDueMonth
                    : LONGEST + 1;
        }
        if (isWithoutBuilding()) {
            // The balance only falls.
            int end = LONGEST + 1;
            while (month < end) {
                int middle = (month + end) / 2;
                if (closingUsd(middle) < 0) {
                    end = middle;
                } else {
                    month = middle + 1;
                }
            }
            return month;
        }
        while (month <= LONGEST && closingUsd(month) >= 0) {
            month++;
        }
        return month;
    }

    // The balance then moves in one direction, but for the debt.
    private boolean isWithoutBuilding() {
        return ownShareUsd == 0 && rentUsdPerMonth == 0;
    }

    /** The lowest balance at the end of a month, from today to the given month. */
    public double lowestUsd(int lastMonth) {
        double lowest = closingUsd(0);
        if (isWithoutBuilding()) {
            return Math.min(lowest, Math.min(closingUsd(Math.min(debtDueMonth, lastMonth)), closingUsd(lastMonth)));
        }
        for (int month = 1; month <= lastMonth; month++) {
            lowest = Math.min(lowest, closingUsd(month));
        }
        return lowest;
    }

    /** The part of the debt that cannot be paid when it falls due. */
    public double debtDueShortfallUsd() {
        return debtDueUsd == 0 ? 0 : Math.max(0, Math.min(debtDueUsd, -closingUsd(debtDueMonth)));
    }

    /** Every month from today to the given one. */
    public List<Month> months(int lastMonth) {
        List<Month> months = new ArrayList<>();
        for (int month = 0; month <= lastMonth; month++) {
            boolean today = month == 0;
            months.add(new Month(
                    month,
                    today ? openingUsd : closingUsd(month - 1),
                    today ? 0 : miningUsdPerMonth,
                    month == debtDueMonth ? 0 - debtDueUsd : 0,
                    today ? 0 : 0 - ownShareUsd(month),
                    month > monthsToFirstRent ? rentUsdPerMonth : 0,
                    closingUsd(month)));
        }
        return List.copyOf(months);
    }

    private double flowUsd(int month) {
        return miningUsdPerMonth - ownShareUsd(month) + (month > monthsToFirstRent ? rentUsdPerMonth : 0);
    }

    private double ownShareUsd(int month) {
        return month <= monthsToFirstRent ? ownShareUsd / monthsToFirstRent : 0;
    }
}
