package org.dualflow.validation.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/**
 * Finite volumes, as a case file says it.
 *
 * @param cells per axis, or one number for all axes
 * @param scheme a name of {@link SchemeNames#SCHEMES}
 * @param limiter a name of {@link SchemeNames#LIMITERS}; for {@code muscl} only
 * @param flux a name of {@link SchemeNames#FLUXES}; for schemes with values at faces only
 * @param reconstruction a name of {@link SchemeNames#RECONSTRUCTIONS}; for {@code semi-lagrangian} only
 * @param cfl largest Courant number
 * @param integrator a name of {@link SchemeNames#INTEGRATORS}, if not the scheme's own
 * @param step largest time step, if the Courant number is not the only limit
 */
public record GridSpec(
        List<Integer> cells,
        String scheme,
        Optional<String> limiter,
        Optional<String> flux,
        Optional<String> reconstruction,
        Optional<Double> cfl,
        Optional<String> integrator,
        Optional<Double> step) {

    /** One number, or one per axis. */
    static final ListKind CELLS = new ListKind(NumberKind.integer(1, 100_000_000), 1, 3, true);

    /** The keys of the section. */
    public static final RecordKind KIND = RecordKind.of(
            Key.required("cells", CELLS, "cells per axis; one number for all axes, or a list"),
            Key.optional("scheme", new WordKind(SchemeNames.SCHEMES), "muscl", "flux"),
            Key.absent("limiter", new WordKind(SchemeNames.LIMITERS), "slope limiter of muscl, van-leer by default"),
            Key.absent(
                    "flux",
                    new WordKind(SchemeNames.FLUXES),
                    "flux of the values at faces, for upwind-at-faces, muscl and weno5; upwind by default"),
            Key.absent(
                    "reconstruction",
                    new WordKind(SchemeNames.RECONSTRUCTIONS),
                    "how semi-lagrangian spreads the mass of a cell, moments by default"),
            Key.absent("cfl", NumberKind.above(0, 1000), "Courant number of a step, the scheme's own by default"),
            Key.absent(
                    "integrator",
                    new WordKind(SchemeNames.INTEGRATORS),
                    "Runge–Kutta method, the scheme's own by default"),
            Key.absent("step", NumberKind.positive(), "largest time step, no limit by default"));

    /** Copies the list. */
    public GridSpec {
        cells = List.copyOf(cells);
    }

    /** The key {@code cells} of a section: as many numbers as dimensions, or one. */
    static List<Integer> cells(Values values, String section, int dimension, Problems problems) {
        List<Integer> cells =
                Arrays.stream(values.numbers("cells")).mapToObj(x -> (int) x).toList();
        if (cells.size() != 1 && cells.size() != dimension) {
            problems.add(
                    section + ".cells",
                    cells.toString(),
                    dimension == 1
                            ? "one number is allowed for a model in 1 dimension"
                            : "one number, or one for each of " + dimension + " dimensions, is allowed");
        }
        return cells;
    }

    /** Takes values that {@link #KIND} has read and checks what only makes sense together. */
    static GridSpec of(Values values, int dimension, Problems problems) {
        List<Integer> cells = cells(values, "grid", dimension, problems);
        String scheme = values.text("scheme");
        if (values.has("limiter") && !scheme.equals("muscl")) {
            problems.add("grid.limiter", values.text("limiter"), "no limiter is allowed for scheme " + scheme);
        }
        if (values.has("flux") && !SchemeNames.hasFaces(scheme)) {
            problems.add("grid.flux", values.text("flux"), "no flux is allowed for scheme " + scheme);
        }
        if (values.has("reconstruction") && !scheme.equals(SchemeNames.SEMI_LAGRANGIAN)) {
            problems.add(
                    "grid.reconstruction",
                    values.text("reconstruction"),
                    "no reconstruction is allowed for scheme " + scheme);
        }
        if (values.has("integrator") && scheme.equals(SchemeNames.SEMI_LAGRANGIAN)) {
            problems.add("grid.integrator", values.text("integrator"), "no integrator is allowed for scheme " + scheme);
        }
        if (scheme.startsWith("implicit") && values.has("cfl")) {
            problems.add(
                    "grid.cfl",
                    "" + values.number("cfl"),
                    "none is allowed for scheme " + scheme + ", its steps need no limit: write step");
        }
        if (SchemeNames.isForFlows(scheme) && values.has("integrator")) {
            problems.add("grid.integrator", values.text("integrator"), "none is allowed for scheme " + scheme);
        }
        if (scheme.startsWith("explicit") && values.has("cfl") && values.number("cfl") > 1) {
            problems.add("grid.cfl", "" + values.number("cfl"), "at most 1 is allowed for scheme " + scheme);
        }
        return new GridSpec(
                cells,
                scheme,
                values.has("limiter") ? Optional.of(values.text("limiter")) : Optional.empty(),
                values.has("flux") ? Optional.of(values.text("flux")) : Optional.empty(),
                values.has("reconstruction") ? Optional.of(values.text("reconstruction")) : Optional.empty(),
                values.has("cfl") ? Optional.of(values.number("cfl")) : Optional.empty(),
                values.has("integrator") ? Optional.of(values.text("integrator")) : Optional.empty(),
                values.has("step") ? Optional.of(values.number("step")) : Optional.empty());
    }

    /** Whether the scheme is an implicit one. */
    boolean isImplicit() {
        return scheme.equals(SchemeNames.IMPLICIT_EULER) || scheme.equals(SchemeNames.IMPLICIT_EXTRAPOLATED);
    }

    /** Whether the scheme is an explicit one for the Jensen–Shannon flow. */
    boolean isExplicitFlow() {
        return scheme.equals(SchemeNames.EXPLICIT_UPWIND) || scheme.equals(SchemeNames.EXPLICIT_MUSCL);
    }

    /** The same scheme with {@code n} cells along the first axis and proportionally many along the others. */
    public GridSpec withCells(int n) {
        double factor = (double) n / cells.get(0);
        return new GridSpec(
                cells.stream().map(c -> (int) Math.round(c * factor)).toList(),
                scheme,
                limiter,
                flux,
                reconstruction,
                cfl,
                integrator,
                step);
    }

    /** The same grid with another largest time step. */
    public GridSpec withStep(double dt) {
        return new GridSpec(cells, scheme, limiter, flux, reconstruction, cfl, integrator, Optional.of(dt));
    }

    /** In words. */
    public String describe() {
        String of = cells.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(" × "));
        return of + " cells, " + scheme + limiter.map(l -> " with " + l).orElse("")
                + flux.map(f -> " with flux " + f).orElse("")
                + reconstruction.map(r -> " with " + r).orElse("");
    }
}
