package org.hashwise.web;

import java.util.Map;
import org.hashwise.screening.ScreeningFormat;

/**
 * A file of companies that a visitor sent.
 *
 * @param name of the file
 * @param chosen what the visitor said that columns hold, by number from 1
 */
record ScreeningUpload(String name, ScreeningFormat format, byte[] content, Map<Integer, String> chosen) {

    ScreeningUpload {
        chosen = Map.copyOf(chosen);
    }

    ScreeningUpload with(Map<Integer, String> columns) {
        return new ScreeningUpload(name, format, content, columns);
    }
}
