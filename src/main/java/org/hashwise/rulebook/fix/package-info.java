/** Mechanical corrections of rule files: what a problem leaves no choice about, as edits of the text. */
@NullMarked
package org.hashwise.rulebook.fix;

import org.jspecify.annotations.NullMarked;
