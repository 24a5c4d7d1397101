package org.hashwise.memo;

import java.io.IOException;
import java.io.InputStream;

/** The files of the folder {@code templates/memo} that are no templates: style sheet and fonts. Implemented by the pages. */
@FunctionalInterface
public interface MemoFiles {

    InputStream open(String name) throws IOException;
}
