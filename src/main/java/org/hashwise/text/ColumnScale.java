package org.hashwise.text;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/**
 * The sizes of the numbers in one column of a table, which have the same unit and decimals.
 *
 * @param smallest of those that are not 0; infinite when all are
 * @param largest 0 when all are
 */
public record ColumnScale(double smallest, double largest) {

    public static ColumnScale of(DoubleStream numbers) {
        DoubleSummaryStatistics sizes =
                numbers.map(Math::abs).filter(size -> size > 0).summaryStatistics();
        return new ColumnScale(sizes.getMin(), Math.max(0, sizes.getMax()));
    }
}
