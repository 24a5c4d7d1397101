/** What the files in rules/ say: one reader for each kind of file. */
@NullMarked
package org.hashwise.rulebook.content;

import org.jspecify.annotations.NullMarked;
