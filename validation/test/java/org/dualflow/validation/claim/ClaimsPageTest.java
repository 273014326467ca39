package org.dualflow.validation.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of statements and the registry say the same. */
class ClaimsPageTest {

    private static final Path PAGES = Path.of("../src/site/markdown");
    private static final Pattern ROW = Pattern.compile("^\\| (.+) \\| (`.+`) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

    private static List<String> claimed() throws IOException {
        List<String> ids = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(PAGES.resolve("claims.md")));
        while (rows.find()) {
            assertTrue(rows.group(1).length() > 10, rows.group());
            NAME.matcher(rows.group(2)).results().forEach(name -> ids.add(name.group(1)));
        }
        return ids;
    }

    @Test
    void everyClaimMeasuresOneStatementAndEveryStatementIsMeasured() throws Exception {
        List<String> registered = Claims.all().list().stream().map(Claim::id).toList();
        List<String> claimed = claimed();
        assertEquals(new TreeSet<>(registered), new TreeSet<>(claimed));
        assertEquals(registered.size(), claimed.size(), "a claim stands twice");
    }

    /** A page that names a claim names one that is there. */
    @Test
    void pagesNameClaimsThatExist() throws Exception {
        Claims claims = Claims.all();
        Pattern run = Pattern.compile("--claim ([a-z0-9-]+)");
        try (var pages = Files.list(PAGES)) {
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".md")).toList()) {
                run.matcher(Files.readString(page))
                        .results()
                        .forEach(name -> assertTrue(
                                claims.find(name.group(1)).isPresent(), page.getFileName() + ": " + name.group(1)));
            }
        }
    }
}
