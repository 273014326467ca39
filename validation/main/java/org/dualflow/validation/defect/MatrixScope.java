package org.dualflow.validation.defect;

/** Which pairs of defects and claims are run. */
public enum MatrixScope {
    /** As few as show each defect caught and each claim at work ({@link MatrixPlan#sparse}). */
    SPARSE("as few pairs as possible"),
    /**
     * Every claim on every defect that names it, and then on others that it can notice, until each of its expectations
     * has been broken or none is left: the evidence of {@link #COMPLETE}, but for who else notices.
     */
    THOROUGH("pairs until every expectation is broken"),
    /**
     * Every claim on every defect that it can notice: a claim that never loads the class with the defect computes what it
     * always does, and is not run.
     */
    COMPLETE("every pair that can matter");

    private final String label;

    MatrixScope(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
