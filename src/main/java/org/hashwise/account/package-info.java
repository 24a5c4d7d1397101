/** Accounts: names, roles and hashed secrets, stored in one file. */
@ApplicationModule(allowedDependencies = {"files", "questionnaire"})
@NullMarked
package org.hashwise.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
