package org.hashwise.web;

import java.util.List;
import java.util.Map;
import org.hashwise.screening.ScreeningFormat;

/**
 * A file of companies that a visitor sent.
 *
 * @param id part of the address of its pages
 * @param name of the file
 * @param rows number of its companies
 * @param chosen what the visitor said that columns hold, by number from 1
 * @param views ids of the house views that the visitor asks for too
 */
record ScreeningUpload(
        String id,
        String name,
        ScreeningFormat format,
        byte[] content,
        long rows,
        Map<Integer, String> chosen,
        List<String> views) {

    ScreeningUpload {
        chosen = Map.copyOf(chosen);
        views = List.copyOf(views);
    }

    ScreeningUpload with(Map<Integer, String> columns, List<String> otherViews) {
        return new ScreeningUpload(id, name, format, content, rows, columns, otherViews);
    }

    ScreeningUpload withRows(long number) {
        return new ScreeningUpload(id, name, format, content, number, chosen, views);
    }
}
