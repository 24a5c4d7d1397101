/** The files of a rulebook as bytes and as YAML with positions, and the problems found in them. */
@NullMarked
package org.hashwise.rulebook.files;

import org.jspecify.annotations.NullMarked;
