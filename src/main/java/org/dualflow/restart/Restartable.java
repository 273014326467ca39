package org.dualflow.restart;

/**
 * Something with a memory: what it does next depends on what it did before. It can be stopped, made anew from the same
 * arguments, given back what it remembered, and then goes on with the same bits as if it had never been stopped.
 */
public interface Restartable {

    /**
     * Hands everything to a tape that the future depends on and that the constructor does not give. Keeping and restoring are
     * one piece of code, which therefore cannot disagree about what there is and in which order:
     *
     * <pre>{@code
     * time = tape.number(time);
     * tape.numbers(masses);
     * }</pre>
     *
     * keeps both numbers when the tape is recorded and brings both back when it is played. What is derived from them is
     * computed again where {@link Tape#plays()}.
     */
    void transfer(Tape tape);
}
