/**
 * The closed rule language: policy files become a small syntax tree, and nothing that is not in the tree exists; what its
 * expressions mean is said by {@link org.hashwise.rulebook.language.ExpressionEvaluator}.
 */
@NullMarked
package org.hashwise.rulebook.language;

import org.jspecify.annotations.NullMarked;
