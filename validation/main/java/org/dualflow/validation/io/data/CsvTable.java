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
 */
record CsvTable(Path file, List<String> header, List<List<String>> rows, List<Integer> lines) {

    CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file; nothing, and a problem, if it is not such a table.
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
        List<String> header = records.get(0);
        boolean good = different(file, header, problems) & rectangular(file, header.size(), records, lines, problems);
        return good
                ? Optional.of(
                        new CsvTable(file, header, records.subList(1, records.size()), lines.subList(1, lines.size())))
                : Optional.empty();
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

    /** All records must be as long as the head line; the first one that is not is named. */
    private static boolean rectangular(
            Path file, int columns, List<List<String>> records, List<Integer> lines, Problems problems) {
        for (int r = 1; r < records.size(); r++) {
            if (records.get(r).size() != columns) {
                String fields = records.get(r).size() + (records.get(r).size() == 1 ? " field" : " fields");
                problems.addIn(file, lines.get(r), "", fields, columns + ", as many as in the head line, are allowed");
                return false;
            }
        }
        return true;
    }
}
