/** The cells of workbooks (Office Open XML) and of CSV files, row by row. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.hashwise.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
