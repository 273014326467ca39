package org.dualflow.validation.io.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dualflow.validation.io.schema.Problems;

/**
 * A table of text with a head line: comma-separated values (RFC 4180) in UTF-8; blank lines are no rows.
 *
 * @param file where it was read
 * @param header names of the columns, all different
 * @param rows the records after the head line, each with one field per column
 * @param lines the line of the file on which each record starts, first is 1
 * @param leftOut number of records left out since they have more or fewer fields, each a problem told
 */
record CsvTable(Path file, List<String> header, List<List<String>> rows, List<Integer> lines, int leftOut) {

    private static final String[] SEPARATORS = {";", "\t"};

    CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file; nothing, and a problem, if it has no columns. Rows of the wrong length are problems and left out, so that what is
     * wrong in the others can be told too.
     *
     * @param path where a case asks for it; empty if the file itself is the input
     */
    static Optional<CsvTable> read(Path file, String path, Problems problems) {
        Optional<String> text = text(file, path, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> records = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.get())) {
            for (CsvRecord row : csv) {
                records.add(row.getFields().stream().map(String::strip).toList());
                lines.add((int) row.getStartingLineNumber());
            }
        } catch (CsvParseException e) {
            problems.addIn(file, 0, "", "not CSV (" + e.getMessage() + ")", "comma-separated values are allowed");
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (records.isEmpty()) {
            problems.addIn(file, 0, "", "nothing is written", "a head line and rows of values are allowed");
            return Optional.empty();
        }
        return columns(file, records.get(0), problems)
                ? Optional.of(rectangular(file, records, lines, problems))
                : Optional.empty();
    }

    /** Whether the head line names columns. */
    private static boolean columns(Path file, List<String> header, Problems problems) {
        for (String separator : SEPARATORS) {
            if (header.size() == 1 && header.get(0).contains(separator)) {
                String name = separator.equals(";") ? "semicolons" : "tabs";
                problems.addIn(file, 1, "", "columns separated by " + name, "columns separated by commas are allowed");
                return false;
            }
        }
        if (header.stream().noneMatch(name -> Double.isNaN(Sample.number(name)))) {
            problems.addIn(file, 1, "", "looks like data", "a head line with the names of the columns must come first");
            return true;
        }
        return different(file, header, problems);
    }

    private static Optional<String> text(Path file, String path, Problems problems) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.addIn(file, 0, "", "not UTF-8 text", "a CSV file is allowed");
        } catch (IOException e) {
            String what = Files.exists(file) ? "cannot be read" : "no such file";
            if (path.isEmpty()) {
                problems.addIn(file, 0, "", what, "a readable CSV file is allowed");
            } else {
                problems.add(path, file + ": " + what, "a readable CSV file is allowed, relative to the case file");
            }
        }
        return Optional.empty();
    }

    private static boolean different(Path file, List<String> header, Problems problems) {
        Set<String> seen = new HashSet<>();
        boolean good = true;
        for (String name : header) {
            if (!seen.add(name)) {
                problems.addIn(file, 1, name, "a repeated name", "every column is allowed once");
                good = false;
            }
        }
        return good;
    }

    private static CsvTable rectangular(Path file, List<List<String>> records, List<Integer> lines, Problems problems) {
        List<String> header = records.get(0);
        List<List<String>> rows = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (int r = 1; r < records.size(); r++) {
            int fields = records.get(r).size();
            if (fields == header.size()) {
                rows.add(records.get(r));
                starts.add(lines.get(r));
            } else {
                problems.addIn(
                        file,
                        lines.get(r),
                        "",
                        fields + (fields == 1 ? " field" : " fields"),
                        header.size() + ", as many as in the head line, are allowed");
            }
        }
        return new CsvTable(file, header, rows, starts, records.size() - 1 - rows.size());
    }
}
