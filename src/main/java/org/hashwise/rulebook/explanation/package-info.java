/** Turns what the rules found into advice that a person reads. */
@NullMarked
package org.hashwise.rulebook.explanation;

import org.jspecify.annotations.NullMarked;
