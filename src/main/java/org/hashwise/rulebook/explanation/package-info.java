/** Explanations: the texts of advice and of rules for people. */
@NullMarked
package org.hashwise.rulebook.explanation;

import org.jspecify.annotations.NullMarked;
