package org.hashwise.consultation;

/** A number in JSON that is larger than any double: infinite for every calculation, with the text that was sent. */
final class SentNumber extends Number {

    private static final long serialVersionUID = 1;

    private final String text;

    SentNumber(String text) {
        this.text = text;
    }

    @Override
    public int intValue() {
        return (int) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return text;
    }
}
