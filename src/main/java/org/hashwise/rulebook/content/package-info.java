/** Readers of the files in rules/, one for each kind of file. */
@NullMarked
package org.hashwise.rulebook.content;

import org.jspecify.annotations.NullMarked;
