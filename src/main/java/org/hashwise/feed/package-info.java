/** Market values from files and from a mempool.space-compatible API: read, checked, and written as snapshots of the rules folder. */
@ApplicationModule(
        allowedDependencies = {"rulebook", "rulebook :: model", "economics", "questionnaire", "market", "spreadsheet"})
@NullMarked
package org.hashwise.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
