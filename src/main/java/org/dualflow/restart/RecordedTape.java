package org.dualflow.restart;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A tape that writes. */
final class RecordedTape extends Tape {

    private final DataOutputStream out;

    RecordedTape(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public boolean plays() {
        return false;
    }

    @Override
    public long whole(long now) {
        try {
            out.writeLong(now);
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(String now) {
        try {
            byte[] bytes = now.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
