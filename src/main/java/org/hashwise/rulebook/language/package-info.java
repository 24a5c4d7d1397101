/** The closed rule language: policy files become a small syntax tree, and nothing that is not in the tree exists. */
@NullMarked
package org.hashwise.rulebook.language;

import org.jspecify.annotations.NullMarked;
