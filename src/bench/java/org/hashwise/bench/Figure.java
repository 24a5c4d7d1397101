package org.hashwise.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param baseline what the figure is held against, measured in the same run; empty when it stands alone
 * @param target what it should reach; empty when nothing is asked of it
 */
record Figure(String what, double value, String unit, String baseline, double plain, Target target) {

    /**
     * The target of a figure.
     *
     * @param ofRatio whether the bound is one of the ratio and not of the figure itself
     * @param least whether it is a lower bound
     */
    record Target(String text, double bound, boolean ofRatio, boolean least) {

        static final Target NONE = new Target("", 0, false, false);

        static Target atMost(double bound, String unit) {
            return new Target("≤ " + number(bound) + " " + unit, bound, false, false);
        }

        static Target ratioAtMost(double bound) {
            return new Target("≤ " + number(bound) + " ×", bound, true, false);
        }

        static Target ratioAtLeast(double bound) {
            return new Target("≥ " + number(bound) + " ×", bound, true, true);
        }
    }

    static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, "", 0, Target.NONE);
    }

    Figure against(String other, double plain) {
        return new Figure(what, value, unit, other, plain, target);
    }

    Figure target(Target asked) {
        return new Figure(what, value, unit, baseline, plain, asked);
    }

    double ratio() {
        return value / plain;
    }

    boolean isMet() {
        double reached = target.ofRatio() ? ratio() : value;
        return target.least() ? reached >= target.bound() : reached <= target.bound();
    }

    String row() {
        boolean alone = baseline.isEmpty();
        return String.join(
                " | ",
                "| " + what,
                number(value) + " " + unit,
                alone ? "" : baseline + ": " + number(plain) + " " + unit,
                alone ? "" : number(ratio()) + " ×",
                target.text(),
                target.text().isEmpty() ? "" : isMet() ? "met" : "not met") + " |";
    }

    private static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
