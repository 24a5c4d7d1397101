package org.hashwise.web;

import java.util.List;
import java.util.Map;
import org.hashwise.screening.FileCheck;
import org.hashwise.screening.ScreeningFormat;

/**
 * A file of companies that a visitor sent.
 *
 * @param id part of the address of its pages
 * @param name of the file
 * @param rows number of its companies
 * @param headers of its columns; empty when it is no table
 * @param chosen what the visitor said that columns hold, by number from 1
 * @param views ids of the house views that the visitor asks for too
 */
record ScreeningUpload(
        String id,
        String name,
        ScreeningFormat format,
        byte[] content,
        long rows,
        List<String> headers,
        Map<Integer, String> chosen,
        List<String> views) {

    ScreeningUpload {
        headers = List.copyOf(headers);
        chosen = Map.copyOf(chosen);
        views = List.copyOf(views);
    }

    ScreeningUpload with(Map<Integer, String> columns, List<String> otherViews) {
        return new ScreeningUpload(id, name, format, content, rows, headers, columns, otherViews);
    }

    /** The same file with the result of a check. */
    ScreeningUpload with(FileCheck check) {
        List<FileCheck.ColumnItem> columns = check.columns() == null ? List.of() : check.columns();
        List<String> names = columns.stream().map(FileCheck.ColumnItem::header).toList();
        return new ScreeningUpload(id, name, format, content, check.rows(), names, chosen, views);
    }

    /** The header of a column, from 1. */
    public String header(int column) {
        return column <= headers.size() ? headers.get(column - 1) : "";
    }
}
