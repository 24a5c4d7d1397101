/** What is no mistake in a rulebook, but probably not meant: unused, unreachable, repeated, contradictory or left out. */
@NullMarked
package org.hashwise.rulebook.lint;

import org.jspecify.annotations.NullMarked;
