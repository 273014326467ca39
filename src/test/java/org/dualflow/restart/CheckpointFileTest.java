package org.dualflow.restart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

    /** A little of everything. */
    private static final class Memory implements Restartable {
        double number;
        long whole;
        boolean flag;
        String text = "";
        final double[] numbers = new double[3];
        final boolean[] flags = new boolean[2];

        @Override
        public void transfer(Tape tape) {
            tape.part("memory");
            number = tape.number(number);
            whole = tape.whole(whole);
            flag = tape.flag(flag);
            text = tape.text(text);
            tape.numbers(new double[][] {numbers});
            tape.flags(flags);
        }
    }

    private static Memory full() {
        Memory memory = new Memory();
        memory.number = Double.longBitsToDouble(0x7ff8000000000123L);
        memory.whole = Long.MIN_VALUE + 5;
        memory.flag = true;
        memory.text = "∂t ρ\n" + "x".repeat(100_000);
        memory.numbers[0] = -0.0;
        memory.numbers[1] = Double.MIN_VALUE;
        memory.numbers[2] = Double.NEGATIVE_INFINITY;
        memory.flags[1] = true;
        return memory;
    }

    private static Path kept(Path folder) {
        Path file = folder.resolve("state");
        new CheckpointFile(file, "me", 0).keep(full());
        return file;
    }

    @Test
    void everyBitComesBack(@TempDir Path folder) throws IOException {
        Path file = kept(folder);
        CheckpointFile checkpoint = new CheckpointFile(file, "me", 0);
        checkpoint.check();
        Memory memory = new Memory();
        assertTrue(checkpoint.restore(memory));
        Memory expected = full();
        assertEquals(Double.doubleToRawLongBits(expected.number), Double.doubleToRawLongBits(memory.number));
        assertEquals(expected.whole, memory.whole);
        assertTrue(memory.flag);
        assertEquals(expected.text, memory.text);
        assertArrayEquals(expected.numbers, memory.numbers);
        assertArrayEquals(expected.flags, memory.flags);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
    }

    @Test
    void nothingKeptIsNothingRestored(@TempDir Path folder) throws IOException {
        CheckpointFile checkpoint = new CheckpointFile(folder.resolve("state"), "me", 0);
        checkpoint.check();
        assertFalse(checkpoint.restore(new Memory()));
    }

    /** Every byte is covered: whichever is changed, or wherever the file ends, it is noticed. */
    @Test
    void damageIsNoticed(@TempDir Path folder) throws IOException {
        Path file = kept(folder);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 60; k++) {
            byte[] broken = whole.clone();
            int at = k < 40 ? k : random.nextInt(whole.length);
            broken[at] ^= (byte) (1 << random.nextInt(8));
            requireRefused(file, broken);
        }
        for (int k = 0; k < 30; k++) {
            requireRefused(file, java.util.Arrays.copyOf(whole, k < 15 ? k * 4 : random.nextInt(whole.length)));
        }
        requireRefused(file, java.util.Arrays.copyOf(whole, whole.length + 1));
    }

    private static void requireRefused(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        CheckpointFile checkpoint = new CheckpointFile(file, "me", 0);
        BadCheckpointException fault = assertThrows(BadCheckpointException.class, checkpoint::check);
        assertTrue(String.valueOf(fault.getMessage()).startsWith(file + ": "), fault.getMessage());
        assertFalse(String.valueOf(fault.getMessage()).contains("\n"), fault.getMessage());
        assertThrows(UncheckedIOException.class, () -> checkpoint.restore(new Memory()));
    }

    @Test
    void anotherComputationIsRefused(@TempDir Path folder) {
        Path file = kept(folder);
        BadCheckpointException fault =
                assertThrows(BadCheckpointException.class, () -> new CheckpointFile(file, "you", 0).check());
        assertEquals("of another computation (me)", fault.found());
        assertEquals("one of this (you) is allowed", fault.allowed());
    }

    @Test
    void anotherFormatIsRefused(@TempDir Path folder) throws IOException {
        Path file = kept(folder);
        byte[] content = Files.readAllBytes(file);
        content["dualflow checkpoint ".length()] = '2';
        Files.write(file, content);
        BadCheckpointException fault =
                assertThrows(BadCheckpointException.class, () -> new CheckpointFile(file, "me", 0).check());
        assertTrue(fault.found().contains("another format"), fault.found());
        Files.write(file, "hello".getBytes(StandardCharsets.UTF_8));
        assertThrows(BadCheckpointException.class, () -> new CheckpointFile(file, "me", 0).check());
    }

    @Test
    void aTapePlayedInAnotherOrderIsNoticed(@TempDir Path folder) {
        CheckpointFile checkpoint = new CheckpointFile(kept(folder), "me", 0);
        assertThrows(IllegalStateException.class, () -> checkpoint.restore(tape -> tape.part("other")));
        assertThrows(IllegalStateException.class, () -> checkpoint.restore(tape -> tape.part("memory")), "too little");
    }

    @Test
    void theIntervalIsKept(@TempDir Path folder) {
        Path file = folder.resolve("state");
        assertTrue(new CheckpointFile(file, "me", 0).due());
        assertFalse(new CheckpointFile(file, "me", 1e6).due());
        assertThrows(IllegalArgumentException.class, () -> new CheckpointFile(file, "me", -1));
    }
}
