/** Runs the test cases of rules, and measures which conditions they cover. */
@NullMarked
package org.hashwise.rulebook.testing;

import org.jspecify.annotations.NullMarked;
