package org.dualflow.restart;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A state in a file: the line {@code dualflow checkpoint 1}, the identity of the computation, the tape, and the SHA-256 of all
 * that; numbers big-endian. It is written under a temporary name, forced to the disk and renamed, so that the file holds a whole
 * state at any moment, the new one or the one before.
 *
 * <p>A state is kept when an interval has passed since the last one, and no more often than such that writing takes a
 * twentieth of the time.
 */
public final class CheckpointFile implements Checkpoints {

    private static final String MAGIC = "dualflow checkpoint ";
    private static final String FORMAT = "1\n";
    private static final int CHECKSUM = 32;
    private static final int BUFFER = 1 << 16;
    private static final int SHARE = 20;

    private final Path file;
    private final String identity;
    private final double interval;
    private long last = System.nanoTime();
    private double writing;

    /**
     * @param file where; its folder must exist
     * @param identity of the computation: equal for computations that go through the same bits, different for others
     * @param interval seconds between checkpoints, at least 0, which is after every step
     */
    public CheckpointFile(Path file, String identity, double interval) {
        if (!(interval >= 0)) {
            throw new IllegalArgumentException("interval = " + interval + ": at least 0 seconds are allowed");
        }
        this.file = file;
        this.identity = identity;
        this.interval = interval;
    }

    @Override
    public boolean due() {
        return interval == 0 || (System.nanoTime() - last) * 1e-9 >= Math.max(interval, SHARE * writing);
    }

    @Override
    public void keep(Restartable state) {
        long begun = System.nanoTime();
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            write(temporary, state);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + file + ": " + e.getMessage(), e);
        }
        last = System.nanoTime();
        writing = (last - begun) * 1e-9;
    }

    private void write(Path to, Restartable state) throws IOException {
        try (FileChannel channel = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            DigestOutputStream sum = new DigestOutputStream(Channels.newOutputStream(channel), sha256());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(sum, BUFFER));
            out.writeBytes(MAGIC + FORMAT);
            RecordedTape tape = new RecordedTape(out);
            tape.text(identity);
            state.transfer(tape);
            out.flush();
            sum.on(false);
            sum.write(sum.getMessageDigest().digest());
            channel.force(true);
        }
    }

    /** Makes a renaming last; a system on which folders cannot be opened looks after them itself. */
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public boolean restore(Restartable state) {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream in = checked()) {
            state.transfer(new PlayedTape(new DataInputStream(in)));
            int rest = in.available() - CHECKSUM;
            if (rest != 0) {
                throw new IllegalStateException("tape: " + rest + " bytes were not played");
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks whether the file, if there is one, holds a state of this computation.
     *
     * @throws BadCheckpointException if it is damaged, or of another computation or version
     */
    public void check() throws IOException {
        if (Files.exists(file)) {
            checked().close();
        }
    }

    /** The file, found to be sound, from where its tape begins. */
    private InputStream checked() throws IOException {
        requireSound();
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.skipNBytes(MAGIC.length() + FORMAT.length());
            String found = new PlayedTape(new DataInputStream(in)).text("");
            if (!found.equals(identity)) {
                throw bad("of another computation (" + found + ")", "one of this (" + identity + ") is allowed");
            }
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void requireSound() throws IOException {
        MessageDigest digest = sha256();
        long length = Files.size(file);
        try (InputStream raw = Files.newInputStream(file);
                DigestInputStream in = new DigestInputStream(raw, digest)) {
            byte[] magic = in.readNBytes(MAGIC.length());
            if (!Arrays.equals(magic, MAGIC.getBytes(StandardCharsets.US_ASCII))) {
                throw bad("no checkpoint, or a damaged one", "a checkpoint is allowed");
            }
            byte[] format = in.readNBytes(FORMAT.length());
            if (!Arrays.equals(format, FORMAT.getBytes(StandardCharsets.US_ASCII))) {
                throw bad(
                        "a checkpoint of another format, or a damaged one", "format " + FORMAT.strip() + " is allowed");
            }
            byte[] buffer = new byte[BUFFER];
            long rest = length - MAGIC.length() - FORMAT.length() - CHECKSUM;
            while (rest > 0) {
                int read = in.read(buffer, 0, (int) Math.min(rest, buffer.length));
                if (read < 0) {
                    break;
                }
                rest -= read;
            }
            if (rest != 0 || !Arrays.equals(raw.readNBytes(CHECKSUM), digest.digest())) {
                throw bad("damaged, its checksum does not fit its content", "a whole checkpoint is allowed");
            }
        }
    }

    private BadCheckpointException bad(String found, String allowed) {
        return new BadCheckpointException(file.toString(), found, allowed);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
