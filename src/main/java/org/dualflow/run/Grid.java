package org.dualflow.run;

import java.util.List;
import org.dualflow.fv.GridScheme;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.Species;
import org.dualflow.time.Evolution;
import org.hipparchus.util.FastMath;

/**
 * A mesh for every species and a scheme on it.
 *
 * @param cells cells along each axis; one number serves all axes, and all species alike
 * @param scheme how transport is discretised
 * @param grading how faces are spread
 * @param threads that work on it, at least 1; results do not depend on it
 */
public record Grid(List<Integer> cells, GridScheme scheme, Grading grading, int threads) implements Discretisation {

    /** Where the faces of an axis are, as a map of equidistant ones on [0, 1]. */
    public enum Grading {
        /** All cells have one width. */
        UNIFORM {
            @Override
            double stretch(double s) {
                return s;
            }
        },
        /** Cells are finest at both ends and three times as wide in the middle: s ↦ s - sin(2πs)/(4π). */
        TOWARDS_ENDS {
            @Override
            double stretch(double s) {
                return s - FastMath.sin(2 * Math.PI * s) / (4 * Math.PI);
            }
        };

        abstract double stretch(double s);
    }

    /** Checks the numbers of cells. */
    public Grid {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || cells.size() > Mesh.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "cells: " + cells.size() + " numbers: 1 to " + Mesh.MAX_DIMENSION + " are allowed");
        }
        Threads.require(threads);
    }

    /** Equal cells: one number for all axes, or one per axis. */
    public static Grid of(GridScheme scheme, Integer... cells) {
        return new Grid(List.of(cells), scheme, Grading.UNIFORM, 1);
    }

    /** The same grid with another spread of faces. */
    public Grid graded(Grading other) {
        return new Grid(cells, scheme, other, threads);
    }

    /** The same grid for several threads. */
    @Override
    public Grid withThreads(int count) {
        return new Grid(cells, scheme, grading, count);
    }

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public Evolution begin(Model model, Initial initial, double start) {
        return Threads.give(threads, scheme.begin(Kinds.transport(model), meshes(model), initial, start));
    }

    @Override
    public double massRoundingPerStep(Model model) {
        return meshes(model).stream()
                .mapToDouble(scheme::massRoundingPerStep)
                .max()
                .orElse(0);
    }

    /** The mesh of every species of a model. */
    public List<Mesh> meshes(Model model) {
        return model.species().stream().map(Species::domain).map(this::mesh).toList();
    }

    private Mesh mesh(Domain domain) {
        return mesh(domain, cells, grading);
    }

    /** Divides a domain: one number of cells serves all axes. */
    static Mesh mesh(Domain domain, List<Integer> cells, Grading grading) {
        if (cells.size() != 1 && cells.size() != domain.dimension()) {
            throw new IllegalArgumentException("cells: " + cells.size() + " numbers for " + domain.dimension()
                    + " dimensions: one number, or one per dimension, is allowed");
        }
        Axis[] axes = new Axis[domain.dimension()];
        for (int d = 0; d < axes.length; d++) {
            int n = cells.get(cells.size() == 1 ? 0 : d);
            axes[d] = grading == Grading.UNIFORM
                    ? Axis.uniform(domain.side(d), n)
                    : Axis.graded(domain.side(d), n, grading::stretch);
        }
        return Mesh.of(axes);
    }
}
