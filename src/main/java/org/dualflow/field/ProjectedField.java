package org.dualflow.field;

import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;

/**
 * A field projected on the tangent cone of a box at its walls (clipped and no-flux ends): on a wall, the component that
 * points out of the box is zero. Inside, and at periodic and open ends, the field is left alone.
 *
 * <p>The projection on the cone of a convex set is one-sided Lipschitz with the constant of the field: Π b = b - n with
 * n in the normal cone, and the normal cone is monotone.
 */
public final class ProjectedField implements VelocityField {

    private final VelocityField field;
    private final Domain domain;

    /**
     * @param field any field
     * @param domain the box, of the field's dimension
     */
    public ProjectedField(VelocityField field, Domain domain) {
        if (field.dimension() != domain.dimension()) {
            throw new IllegalArgumentException("field dimension = " + field.dimension() + ": that of the domain, "
                    + domain.dimension() + ", is allowed");
        }
        this.field = field;
        this.domain = domain;
    }

    @Override
    public int dimension() {
        return domain.dimension();
    }

    @Override
    public void fill(int component, double[][] x, int n, double[] out) {
        field.fill(component, x, n, out);
        project(domain.side(component), x[component], n, out);
    }

    @Override
    public double oneSidedLipschitz() {
        return field.oneSidedLipschitz();
    }

    /**
     * Projects velocities along one axis: {@code v[i]} becomes zero where {@code x[i]} is on a wall, or beyond it, and
     * {@code v[i]} points outward.
     *
     * @param side the axis
     * @param x coordinates along it
     * @param n number of points
     * @param v velocities along it, changed in place
     */
    public static void project(Domain.Side side, double[] x, int n, double[] v) {
        if (isWall(side.atLower())) {
            for (int i = 0; i < n; i++) {
                if (x[i] <= side.lower() && v[i] < 0) {
                    v[i] = 0;
                }
            }
        }
        if (isWall(side.atUpper())) {
            for (int i = 0; i < n; i++) {
                if (x[i] >= side.upper() && v[i] > 0) {
                    v[i] = 0;
                }
            }
        }
    }

    private static boolean isWall(Boundary boundary) {
        return boundary == Boundary.CLIPPED || boundary == Boundary.NO_FLUX;
    }
}
