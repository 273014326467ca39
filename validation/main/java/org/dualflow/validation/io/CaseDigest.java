package org.dualflow.validation.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.dualflow.validation.io.schema.Values;

/**
 * What tells one case from another: the SHA-256 of its name, its values, those of the command line and the defaults included,
 * and of the content of the data files that it names. What does not touch the numbers does not count: how often checkpoints are
 * written, and in which formats fields are.
 */
final class CaseDigest {

    private static final Set<String> ASIDE = Set.of("checkpoint", "fields");

    private CaseDigest() {}

    /** In hexadecimal. */
    static String of(String name, Values values, Map<String, Path> files) {
        MessageDigest digest = sha256();
        add(digest, name);
        for (String key : values.keys()) {
            Object value = values.get(key);
            add(digest, key);
            if (key.equals("output")) {
                Values output = (Values) value;
                output.keys().stream().filter(k -> !ASIDE.contains(k)).forEach(k -> add(digest, k + output.get(k)));
            } else {
                add(digest, value.toString());
            }
        }
        files.forEach((file, path) -> {
            add(digest, file);
            digest.update(content(path));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file that has just been read; one that has vanished since is empty. */
    private static byte[] content(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
