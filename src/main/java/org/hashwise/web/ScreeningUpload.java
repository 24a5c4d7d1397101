package org.hashwise.web;

import java.util.Map;
import org.hashwise.screening.ScreeningFormat;

/**
 * A file of companies that a visitor sent.
 *
 * @param id part of the address of its pages
 * @param name of the file
 * @param rows number of its companies
 * @param chosen what the visitor said that columns hold, by number from 1
 */
record ScreeningUpload(
        String id, String name, ScreeningFormat format, byte[] content, long rows, Map<Integer, String> chosen) {

    ScreeningUpload {
        chosen = Map.copyOf(chosen);
    }

    ScreeningUpload with(Map<Integer, String> columns) {
        return new ScreeningUpload(id, name, format, content, rows, columns);
    }

    ScreeningUpload withRows(long number) {
        return new ScreeningUpload(id, name, format, content, number, chosen);
    }
}
