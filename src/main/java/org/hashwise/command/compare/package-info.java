/** The command {@code compare}: the companies whose advice a change of the rules changes. */
@NullMarked
package org.hashwise.command.compare;

import org.jspecify.annotations.NullMarked;
