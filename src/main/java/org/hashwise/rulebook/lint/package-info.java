/** The linter of rules: what is valid and probably not meant, such as unused, unreachable, repeated or contradictory rules. */
@NullMarked
package org.hashwise.rulebook.lint;

import org.jspecify.annotations.NullMarked;
