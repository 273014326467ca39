package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dualflow.validation.report.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CaseSchemaTest {

    private static final Path GENERATED = Path.of("target", "case.schema.json");

    @Test
    void theShippedSchemaIsTheGeneratedOne() throws IOException {
        String generated = Json.indented(CaseSchema.json());
        Files.writeString(GENERATED, generated);
        try (InputStream in = CaseSchema.class.getResourceAsStream("case.schema.json")) {
            assertNotNull(in);
            String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(generated, shipped, "copy " + GENERATED + " to main/resources/org/dualflow/validation/io");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyShippedCaseIsAccepted() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("cases"))) {
            List<Path> cases = files.sorted().toList();
            assertFalse(cases.isEmpty());
            return cases.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> CaseReader.read(file, List.of())));
        }
    }
}
