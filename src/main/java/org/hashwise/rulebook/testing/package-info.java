/** The test cases of rules: their runner, and the measurement of which conditions they cover. */
@NullMarked
package org.hashwise.rulebook.testing;

import org.jspecify.annotations.NullMarked;
