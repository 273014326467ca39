package org.dualflow.movement;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Reductions;
import org.dualflow.mesh.Mesh;

/**
 * The problem of a {@link GridMover} at a potential p. With a the conductances of faces, v volumes, μ the target, Δp the drop of p through
 * a face and ū the mean of m/v in its two cells,
 *
 * <pre>  q = p - V + τ/(8v) Σ a Δp²,     m = μ (f')⁻¹(q),     G = τ a ½(ū⁰ + ū) Δp,     m' = m⁰ - div G,
 *   D(p) = Σ p m⁰ - τ/4 Σ a ū⁰ Δp² - Σ μ f*(q),     ∇D = m' - m,     -∇²D = Jᵀ W J + net of τ a ½(ū⁰ + ū),</pre>
 *
 * J = ∂q/∂p and W = ∂m/∂q. D is concave, its maximum the minimum of the movement, for which (m', G) competes.
 */
final class GridDual {

    /** Below this relative difference of m and m', the derivative serves for the secant. */
    private static final double NEAR = 1e-4;

    private static final int MOST_SWEEPS = 1000;

    final GridFaces faces;
    final double[][] mass;
    final double[][] image;

    /** m' once {@link #gap} has settled it. */
    final double[][] settled;

    final double[][] stiffness;
    final double[][][] links;

    private final RatioFunction f;
    private final double[][] target;
    private final double[][][] fluxes;
    private final double[][] p;
    private final double[][] q;
    private final double[] ratio;
    private final double[] goal;
    private final double[] slope;
    private final int n;
    private double[][] from;
    private double[][] tilt;
    private double tau;
    private double sum;

    GridDual(RatioFunction f, CellMeasure target) {
        this.f = f;
        this.target = target.rows();
        Mesh mesh = target.mesh();
        faces = new GridFaces(mesh);
        links = faces.newFaces();
        fluxes = faces.newFaces();
        mass = mesh.newRows();
        image = mesh.newRows();
        settled = mesh.newRows();
        stiffness = mesh.newRows();
        p = mesh.newRows();
        q = mesh.newRows();
        n = mesh.rowLength();
        ratio = new double[n];
        goal = new double[n];
        slope = new double[n];
        from = mass;
        tilt = mass;
    }

    /** Sets m⁰, V and τ, which {@link #at} uses. */
    void pose(double[][] start, double[][] potential, double step) {
        from = start;
        tilt = potential;
        tau = step;
    }

    /** Puts p here and computes all else; returns D(p), -∞ where it is not defined. */
    double at(double[][] potential) {
        for (int r = 0; r < p.length; r++) {
            System.arraycopy(potential[r], 0, p[r], 0, n);
            System.arraycopy(from[r], 0, image[r], 0, n);
            for (int i = 0; i < n; i++) {
                q[r][i] = p[r][i] - tilt[r][i];
            }
        }
        faces.forEach(this::raise);
        sum = 0;
        for (int r = 0; r < p.length; r++) {
            f.ratios(q[r], n, ratio, stiffness[r]);
            sum += Reductions.dot(p[r], from[r]) - f.conjugate(ratio, target[r]);
            for (int i = 0; i < n; i++) {
                mass[r][i] = target[r][i] * ratio[i];
                stiffness[r][i] *= target[r][i];
            }
        }
        faces.forEach(this::flow);
        return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
    }

    private void raise(int axis, int r, int next, int shift) {
        double[] a = faces.areas[axis][r];
        for (int i = 0; i < n; i++) {
            int j = faces.along(i, shift);
            double drop = p[r][i] - p[next][j];
            double height = 0.125 * tau * a[i] * drop * drop;
            q[r][i] += height / faces.volume[r][i];
            q[next][j] += height / faces.volume[next][j];
        }
    }

    private void flow(int axis, int r, int next, int shift) {
        double[] a = faces.areas[axis][r];
        for (int i = 0; i < n; i++) {
            int j = faces.along(i, shift);
            double drop = p[r][i] - p[next][j];
            double old = mean(from, r, i, next, j);
            double link = 0.5 * tau * a[i] * (old + mean(mass, r, i, next, j));
            links[axis][r][i] = link;
            sum -= 0.25 * tau * a[i] * old * drop * drop;
            double flux = link * drop;
            fluxes[axis][r][i] = flux;
            image[r][i] -= flux;
            image[next][j] += flux;
        }
    }

    /** The density at a face. */
    private double mean(double[][] masses, int r, int i, int next, int j) {
        return 0.5 * (masses[r][i] / faces.volume[r][i] + masses[next][j] / faces.volume[next][j]);
    }

    /**
     * Where m is larger than m', or zero, replaces W by the secant of m between q and the potential of m', the logarithmic mean for entropies:
     * Newton's method would come down from an exponential by steps of one, and see no mass where there is none yet.
     */
    void stiffen() {
        for (int r = 0; r < mass.length; r++) {
            for (int i = 0; i < n; i++) {
                goal[i] = Math.max(0, image[r][i] / target[r][i]);
            }
            f.potentials(goal, n, slope);
            for (int i = 0; i < n; i++) {
                double now = mass[r][i] / target[r][i];
                double secant = (goal[i] - now) / (slope[i] - q[r][i]);
                if ((now - goal[i] > NEAR * now || now == 0) && secant > 0 && secant < Double.POSITIVE_INFINITY) {
                    stiffness[r][i] = target[r][i] * secant;
                }
            }
        }
    }

    /**
     * {@code out = -∇²D x}.
     *
     * @param y work space
     */
    void apply(double[][] x, double[][] y, double[][] out) {
        for (int r = 0; r < x.length; r++) {
            System.arraycopy(x[r], 0, y[r], 0, n);
        }
        faces.forEach((axis, r, next, shift) -> {
            double[] a = faces.areas[axis][r];
            for (int i = 0; i < n; i++) {
                int j = faces.along(i, shift);
                double turn = 0.25 * tau * a[i] * (p[r][i] - p[next][j]) * (x[r][i] - x[next][j]);
                y[r][i] += turn / faces.volume[r][i];
                y[next][j] += turn / faces.volume[next][j];
            }
        });
        for (int r = 0; r < x.length; r++) {
            for (int i = 0; i < n; i++) {
                y[r][i] *= stiffness[r][i];
                out[r][i] = y[r][i];
            }
        }
        faces.forEach((axis, r, next, shift) -> {
            double[] a = faces.areas[axis][r];
            double[] link = links[axis][r];
            for (int i = 0; i < n; i++) {
                int j = faces.along(i, shift);
                double turned = 0.5 * tau * a[i] * (p[r][i] - p[next][j]) * mean(y, r, i, next, j);
                double carried = turned + link[i] * (x[r][i] - x[next][j]);
                out[r][i] += carried;
                out[next][j] -= carried;
            }
        });
    }

    /**
     * At least the duality gap of (m', G), settled: the Bregman divergences of the energy and of the action, sums of terms that are not negative.
     * Infinite if settling fails.
     */
    double gap() {
        if (!settle()) {
            return Double.POSITIVE_INFINITY;
        }
        sum = 0;
        for (int r = 0; r < mass.length; r++) {
            for (int i = 0; i < n; i++) {
                goal[i] = settled[r][i] / target[r][i];
                ratio[i] = mass[r][i] / target[r][i];
            }
            sum += f.divergence(goal, q[r], ratio, target[r]);
        }
        faces.forEach((axis, r, next, shift) -> {
            double[] a = faces.areas[axis][r];
            for (int i = 0; i < n; i++) {
                int j = faces.along(i, shift);
                double density = 0.5 * (mean(from, r, i, next, j) + mean(settled, r, i, next, j));
                double error = fluxes[axis][r][i] - tau * a[i] * density * (p[r][i] - p[next][j]);
                sum += error == 0 ? 0 : error / (2 * tau * a[i]) * (error / density);
            }
        });
        return sum;
    }

    /**
     * Where m' is negative, in cells of little mass while p is not yet known well, makes it zero by lessening what leaves the cell; where that
     * leaves another one short, again. Fluxes lead from high to low p, so it ends.
     */
    private boolean settle() {
        for (int r = 0; r < image.length; r++) {
            System.arraycopy(image[r], 0, settled[r], 0, n);
        }
        boolean lacking = true;
        for (int sweep = 0; lacking && sweep < MOST_SWEEPS; sweep++) {
            lacking = false;
            for (int r = 0; r < settled.length; r++) {
                for (int i = 0; i < n; i++) {
                    if (!(settled[r][i] >= 0)) {
                        lacking = true;
                        keep(r, i);
                    }
                }
            }
        }
        return !lacking;
    }

    private void keep(int r, int i) {
        double out = 0;
        for (int axis = 0; axis < fluxes.length; axis++) {
            double[] behind = fluxes[axis][faces.before(axis, r)];
            out += Math.max(0, fluxes[axis][r][i]) + Math.max(0, -behind[faces.beforeInRow(axis, i)]);
        }
        double share = Math.min(1, -settled[r][i] / out * (1 + 0x1p-40));
        for (int axis = 0; axis < fluxes.length; axis++) {
            double forth = share * Math.max(0, fluxes[axis][r][i]);
            fluxes[axis][r][i] -= forth;
            settled[r][i] += forth;
            settled[faces.next(axis, r)][axis == 0 ? faces.along(i, 1) : i] -= forth;
            int b = faces.before(axis, r);
            int k = faces.beforeInRow(axis, i);
            double back = share * Math.max(0, -fluxes[axis][b][k]);
            fluxes[axis][b][k] += back;
            settled[r][i] += back;
            settled[b][k] -= back;
        }
    }

    /** ∇D · (now - before). */
    double slope(double[][] before, double[][] now) {
        double all = 0;
        for (int r = 0; r < image.length; r++) {
            for (int i = 0; i < n; i++) {
                all += (image[r][i] - mass[r][i]) * (now[r][i] - before[r][i]);
            }
        }
        return all;
    }

    /** Σ |m' - m|. */
    double residual() {
        double all = 0;
        for (int r = 0; r < image.length; r++) {
            for (int i = 0; i < n; i++) {
                all += Math.abs(image[r][i] - mass[r][i]);
            }
        }
        return all;
    }

    /** Σ μ/f''(m'/μ). */
    double softness() {
        double all = 0;
        for (int r = 0; r < settled.length; r++) {
            all += f.softness(ratios(settled, r), target[r]);
        }
        return all;
    }

    /** Σ μ f(m/μ) of given masses. */
    double energy(double[][] masses) {
        double all = 0;
        for (int r = 0; r < masses.length; r++) {
            all += f.value(ratios(masses, r), target[r]);
        }
        return all;
    }

    /** {@code out = f'(m/μ)} of given masses. */
    void potentials(double[][] masses, double[][] out) {
        for (int r = 0; r < masses.length; r++) {
            f.potentials(ratios(masses, r), n, out[r]);
        }
    }

    private double[] ratios(double[][] masses, int r) {
        for (int i = 0; i < n; i++) {
            ratio[i] = masses[r][i] / target[r][i];
        }
        return ratio;
    }
}
