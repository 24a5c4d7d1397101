package org.hashwise.screening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.RequestFields;
import org.hashwise.questionnaire.Problem;
import org.hashwise.spreadsheet.CsvText;
import org.hashwise.spreadsheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** One line of JSON: the body of a request for advice, and the caller's {@code id}. */
final class JsonRow implements SourceRow {

    /** The usual character set of programs that do not write UTF-8. */
    private static final Charset OTHER = Charset.forName("windows-1252");

    private final long line;
    private final byte[] json;
    private final boolean ignoresUnknown;

    /** @param ignoresUnknown whether cells whose header is not understood are left out of a row that was given back */
    JsonRow(long line, byte[] json, boolean ignoresUnknown) {
        this.line = line;
        this.json = json;
        this.ignoresUnknown = ignoresUnknown;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public CompanyRow read(RowContext context) {
        String text = new String(json, StandardCharsets.UTF_8);
        String shape = shape(text);
        if (!shape.isEmpty()) {
            return context.refused(line, shape);
        }
        CompanyRow returned = ReturnedLine.read(line, text, ignoresUnknown, context);
        if (returned != null) {
            return returned;
        }
        @Nullable Object id = null;
        @Nullable Object company = null;
        try {
            JsonBody body = JsonBody.read(new ByteArrayInputStream(json));
            AdviceRequest row = AdviceRequest.with(
                    body, context.questionnaire(), context.language(), Columns.ID, RefusedRows.FIELD);
            id = id(row);
            company = row.fields().get(Columns.COMPANY);
            Consultation.Request request = row.finish();
            return CompanyRow.of(
                    line,
                    id,
                    context.request(request.company(), request.asOf(), request.language(), request.answers()));
        } catch (InvalidRequest invalid) {
            return CompanyRow.refused(line, id, company, errors(invalid.inLine(line), context));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The fault of a line that is part of a JSON array instead of JSON lines, or is not in UTF-8; empty for any other
     * one.
     */
    private String shape(String sent) {
        if (!isUtf8(sent)) {
            return "line-encoding";
        }
        String text = sent.strip();
        if (text.startsWith("[") || text.equals("]")) {
            return "json-array";
        }
        return text.startsWith("{") && text.endsWith("},") ? "json-comma" : "";
    }

    private static @Nullable Object id(AdviceRequest row) {
        Object id = row.fields().get(Columns.ID);
        Long whole = RequestFields.wholeOf(id);
        if (whole != null) {
            return whole;
        }
        boolean accepted = id instanceof String text && text.length() <= AdviceRequest.LONGEST_ID;
        if (id != null && !accepted) {
            row.fields()
                    .problem(
                            Columns.ID,
                            id,
                            id instanceof String ? Problem.Code.TOO_LONG : Problem.Code.WRONG_TYPE,
                            id instanceof String ? List.of(AdviceRequest.LONGEST_ID) : List.of(),
                            "");
            return null;
        }
        return id;
    }

    private static List<ErrorItem> errors(InvalidRequest invalid, RowContext context) {
        if (invalid.problems().isEmpty()) {
            return List.of(new ErrorItem(
                    "",
                    null,
                    context.wording()
                            .text(
                                    "failure." + invalid.detail(),
                                    context.language(),
                                    invalid.arguments().toArray()),
                    null,
                    null));
        }
        return invalid.problems().stream()
                .map(problem -> ErrorItem.of(
                        problem,
                        context.wording(),
                        invalid.language() == null ? context.language() : invalid.language()))
                .toList();
    }

    @Override
    public List<SheetCell> cells() {
        String text = new String(json, StandardCharsets.UTF_8);
        return List.of(SheetCell.text(isUtf8(text) ? text : new String(json, OTHER)));
    }

    private boolean isUtf8(String text) {
        // The character that stands for others may have been sent as such.
        return text.indexOf(CsvText.REPLACEMENT) < 0 || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), json);
    }
}
