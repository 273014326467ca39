package org.dualflow.restart;

/** Where one computation keeps its state from time to time. */
public interface Checkpoints {

    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public boolean due() {
            return false;
        }

        @Override
        public void keep(Restartable state) {}

        @Override
        public boolean restore(Restartable state) {
            return false;
        }
    };

    /** Whether it is time to keep the state; asked after every step. */
    boolean due();

    /** Keeps the state in the place of what was kept before. */
    void keep(Restartable state);

    /**
     * Gives back what was kept last, to a computation that was made anew.
     *
     * @return whether anything was kept
     */
    boolean restore(Restartable state);
}
