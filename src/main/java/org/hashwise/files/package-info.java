/** Files and folders of the data folder that other accounts of the machine cannot read. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.hashwise.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
