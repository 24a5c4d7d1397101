package org.hashwise.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.rulebook.model.RulebookFiles;

/** A decision table that is kept as a workbook instead of a text file. */
public final class TableWorkbook {

    /** The sheet with the table. */
    public static final String SHEET = "Table";

    private TableWorkbook() {}

    /** The path of the workbook that stands for a text file. */
    public static String path(String csv) {
        return csv.replaceAll("csv$", "xlsx");
    }

    /** The files with a workbook in the place of a table, and with changes to it. */
    public static RulebookFiles in(RulebookFiles files, String csv, Consumer<XSSFWorkbook> change) {
        Map<String, byte[]> content = new TreeMap<>(files.contentByPath());
        content.remove(csv);
        content.put(path(csv), of(files.text(csv), change));
        return new RulebookFiles(content);
    }

    private static byte[] of(String csv, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                CSVParser rows = CSVParser.parse(csv, CSVFormat.RFC4180);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(SHEET);
            for (CSVRecord row : rows) {
                XSSFRow line = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int column = 0; column < row.size(); column++) {
                    if (!row.get(column).isEmpty()) {
                        line.createCell(column).setCellValue(row.get(column));
                    }
                }
            }
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
