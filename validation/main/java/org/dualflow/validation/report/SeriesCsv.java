package org.dualflow.validation.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of numbers as CSV: one head line, then one line per row; every number is the shortest decimal that reads back
 * to the same double.
 */
public final class SeriesCsv {

    private SeriesCsv() {}

    /** Writes columns of one length. */
    public static String write(Map<String, double[]> columns) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns.keySet());
            int rows = columns.values().stream().mapToInt(c -> c.length).max().orElse(0);
            for (int i = 0; i < rows; i++) {
                int row = i;
                csv.writeRecord(columns.values().stream()
                        .map(column -> Double.toString(column[row]))
                        .toList());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote. */
    public static Map<String, double[]> read(String text) {
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord record : csv) {
                for (String name : record.getHeader()) {
                    lists.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(Double.parseDouble(record.getField(name)));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        lists.forEach((name, list) ->
                columns.put(name, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return columns;
    }
}
