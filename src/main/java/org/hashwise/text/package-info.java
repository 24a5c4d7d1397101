/** The texts of pages and memos in both languages: labels, numbers, dates, and messages of the folder of the templates. */
@ApplicationModule(
        allowedDependencies = {"consultation", "rulebook :: model", "analysis", "advice", "economics", "questionnaire"})
@NullMarked
package org.hashwise.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
