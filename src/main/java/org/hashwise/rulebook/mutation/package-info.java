/** Small mistakes made on purpose, to see whether the cases beside the rules notice them. */
@NullMarked
package org.hashwise.rulebook.mutation;

import org.jspecify.annotations.NullMarked;
