/** Questions with their units and ranges, and the answers of one company, validated and immutable. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.hashwise.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
