package org.dualflow.restart;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A tape that reads. */
final class PlayedTape extends Tape {

    private final DataInputStream in;

    PlayedTape(DataInputStream in) {
        this.in = in;
    }

    @Override
    public boolean plays() {
        return true;
    }

    @Override
    public long whole(long now) {
        try {
            return in.readLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(String now) {
        try {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
