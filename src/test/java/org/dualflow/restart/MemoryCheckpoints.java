package org.dualflow.restart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;

/** Keeps the last state in memory. */
public final class MemoryCheckpoints implements Checkpoints {

    private final boolean afterEveryStep;
    private byte[] kept = {};

    /** @param afterEveryStep whether a state is always due, or never */
    public MemoryCheckpoints(boolean afterEveryStep) {
        this.afterEveryStep = afterEveryStep;
    }

    @Override
    public boolean due() {
        return afterEveryStep;
    }

    @Override
    public void keep(Restartable state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.transfer(new RecordedTape(new DataOutputStream(bytes)));
        kept = bytes.toByteArray();
    }

    @Override
    public boolean restore(Restartable state) {
        if (kept.length == 0) {
            return false;
        }
        state.transfer(new PlayedTape(new DataInputStream(new ByteArrayInputStream(kept))));
        return true;
    }
}
