/** The data types of a rulebook: its files, problems, parameters, cases and reports. */
@NamedInterface("model")
@NullMarked
package org.hashwise.rulebook.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
