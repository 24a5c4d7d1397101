/** Mutation testing of rules: small mistakes made on purpose, to measure whether the test cases notice them. */
@NullMarked
package org.hashwise.rulebook.mutation;

import org.jspecify.annotations.NullMarked;
