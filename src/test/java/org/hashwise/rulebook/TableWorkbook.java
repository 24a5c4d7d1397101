package org.hashwise.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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

    /** A workbook with one of its parts added or replaced. */
    public static byte[] withPart(byte[] workbook, String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
