package org.dualflow.validation.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256 of text and of files. */
public final class Digest {

    private static final String END = "sha256\t";

    private Digest() {}

    /** In hexadecimal. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of what a file holds, in hexadecimal. */
    public static String of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /** A text with its digest as its last line. */
    public static String seal(String text) {
        return text + END + of(text) + "\n";
    }

    /** What was sealed; nothing if it was cut short or altered since. */
    public static Optional<String> unseal(String sealed) {
        int end = sealed.lastIndexOf(END);
        return end >= 0 && sealed.equals(seal(sealed.substring(0, end)))
                ? Optional.of(sealed.substring(0, end))
                : Optional.empty();
    }

    private static String of(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
