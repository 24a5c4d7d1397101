package org.hashwise.web;

import org.hashwise.screening.FileCheck;

/**
 * A column of a file as the page shows it.
 *
 * @param field name of the form field
 * @param selected what the column holds: id of a question, name of a field, or the sign that it is left out
 * @param open whether the visitor has to say what it holds
 * @param nearest label of the question that was probably meant; empty when nothing is near
 */
record ScreeningColumn(FileCheck.ColumnItem column, String field, String selected, boolean open, String nearest) {}
