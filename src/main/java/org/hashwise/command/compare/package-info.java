/** What a change of the rules changes: two rulebooks judge the same companies. */
@NullMarked
package org.hashwise.command.compare;

import org.jspecify.annotations.NullMarked;
