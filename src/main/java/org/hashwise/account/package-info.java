/** Who may come in: names, roles and hashed secrets, kept in one file. */
@ApplicationModule(allowedDependencies = {"files", "questionnaire"})
@NullMarked
package org.hashwise.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
