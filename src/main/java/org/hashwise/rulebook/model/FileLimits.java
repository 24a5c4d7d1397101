package org.hashwise.rulebook.model;

/**
 * The size limits of a rulebook: many times what the shipped one needs, and small enough that no file exhausts memory, stack
 * or time.
 */
public final class FileLimits {

    public static final int FILES = 2_000;

    /** Bytes of one file. */
    public static final int FILE_BYTES = 1_000_000;

    /** Bytes of all files. */
    public static final int TOTAL_BYTES = 30_000_000;

    /** Bytes of one workbook after decompression. */
    public static final int WORKBOOK_BYTES = 20_000_000;

    /** Levels of lists and maps in a YAML file. */
    public static final int YAML_DEPTH = 20;

    /** Values in one YAML file. */
    public static final int YAML_VALUES = 50_000;

    /** Rows of one decision table. */
    public static final int ROWS = 2_000;

    /** Columns of one decision table. */
    public static final int COLUMNS = 60;

    /** Characters of one cell of a decision table. */
    public static final int CELL_CHARACTERS = 5_000;

    /** Rules and table rows of all policy files. */
    public static final int RULES = 3_000;

    /** Words of one rule. */
    public static final int RULE_WORDS = 1_500;

    /** Operators, parentheses and values of one condition. */
    public static final int CONDITION_PARTS = 150;

    /** Digits of a number in a rule. */
    public static final int DIGITS = 18;

    private FileLimits() {}
}
