/** Dated market snapshots: what one bitcoin, one block and one unit of hashrate were worth on a day. */
@ApplicationModule(allowedDependencies = "questionnaire")
@NullMarked
package org.hashwise.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
