package org.hashwise.screening;

/** The sizes that a screening accepts: judgements, many times what a portfolio of companies needs. */
public final class ScreeningLimits {

    public static final int ROWS = 1_000_000;

    public static final int COLUMNS = 500;

    /** Characters of one row of a CSV file; bytes of one line of JSON. */
    public static final int ROW_CHARACTERS = 1 << 20;

    public static final int CELL_CHARACTERS = 2_000;

    /** Bytes of a workbook as it is sent. */
    public static final int WORKBOOK_BYTES = 64 << 20;

    /** Bytes of a workbook after decompression. */
    static final long UNPACKED_BYTES = 1L << 30;

    /** Files within a workbook. */
    static final int WORKBOOK_PARTS = 2_000;

    /** Merged cells of a sheet. */
    static final int MERGED_CELLS = 10_000;

    private ScreeningLimits() {}
}
