/** The evaluation of rules: by Drools for advice, and interpreted where rules are tried out. */
@NullMarked
package org.hashwise.rulebook.engine;

import org.jspecify.annotations.NullMarked;
