/** Rules on trial: the cases beside them, and the real companies of the casebook. */
@NullMarked
package org.hashwise.rulebook.testing;

import org.jspecify.annotations.NullMarked;
