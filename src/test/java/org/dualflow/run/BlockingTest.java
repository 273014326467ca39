package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.NodeRule;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.model.Transports;
import org.dualflow.particle.ParticleScheme;
import org.junit.jupiter.api.Test;

/** Mass on faces, edges and corners, blow-up and travelling atoms of motions that are known. */
class BlockingTest {

    private static final double STEP = 0.01;
    private static final Discretisation PARTICLES = Particles.quantiles(400, ParticleScheme.euler(STEP));
    private static final Discretisation UPWIND =
            Grid.of(TransportScheme.upwind().withMaxStep(STEP), 20);

    /**
     * The square [0.2, 0.4]² moves with velocity (1, ½) in the unit square: on the wall x0 = 1 from 0.6 to 0.8, on x1 = 1
     * from 1.2 to 1.6, when all of it sits in the corner.
     */
    private static Simulation square() {
        TransportModel model = Transports.constant(Domain.cube(2, 0, 1, Boundary.CLIPPED), 1, 0.5);
        UniformLaw side = new UniformLaw(0.2, 0.4);
        return Simulation.of(model, Initial.of(ProductLaw.of(side, side)))
                .until(2)
                .every(0.1);
    }

    @Test
    void particlesReachFaceAndCornerWhenTheyMust() {
        Solution solution = square().solve(PARTICLES);
        double[] faces = solution.series(name(solution) + "OnFaces");
        double[] corners = solution.series(name(solution) + "OnCorners");
        assertEquals(0, faces[5]);
        // 20 columns of particles, half a spacing from the ends.
        assertEquals(0.5, faces[7], 0.05 + 1e-12);
        assertEquals(1, faces[10], 1e-12);
        assertEquals(0, corners[11]);
        assertEquals(0.5, corners[14], 0.05 + 1e-12);
        assertEquals(1, corners[17], 1e-12);
        assertEquals(0, faces[17], 1e-12);
        Event corner = contacts(solution, "x0 = 1.0, x1 = 1.0");
        assertEquals(1.2, corner.time(), 2 * STEP);
        assertTrue(corner.latest() - corner.earliest() <= STEP * (1 + 1e-9), corner.toString());
        assertEquals(0.6, contacts(solution, "x0 = 1.0").time(), 2 * STEP);
        assertEquals(1.2, contacts(solution, "x1 = 1.0").time(), 2 * STEP);
        Event atom = solution.events().stream()
                .filter(e -> e.kind() == Event.Kind.ATOM && e.detail().endsWith("on x0 = 1.0, x1 = 1.0"))
                .findFirst()
                .orElseThrow();
        assertEquals(1.2, atom.time(), 2 * STEP);
    }

    /** A species without clipped walls beside the one that has them does not spoil the bracket, however rare outputs are. */
    @Test
    void aBracketIsAStepInAModelOfTwoSpecies() {
        ClippedWassersteinGan gan = ClippedWassersteinGan.of(
                        new ParticleMeasure(new double[][] {{3}}, new double[] {1}), NodeRule.gaussHermite(1, 2))
                .withGeneratorBox(2);
        Event contact = Simulation.of(gan, gan.normalAndUniform(0.5, 0.9))
                .until(2)
                .every(2)
                .solve(Particles.quantiles(64, ParticleScheme.rungeKutta4(STEP)))
                .first(Event.Kind.BOUNDARY_CONTACT)
                .orElseThrow();
        assertTrue(contact.latest() - contact.earliest() <= STEP * (1 + 1e-9), contact.toString());
    }

    @Test
    void gridEndsInTheCorner() {
        Solution solution = square().solve(UPWIND);
        double[] faces = solution.series(name(solution) + "OnFaces");
        double[] corners = solution.series(name(solution) + "OnCorners");
        assertEquals(1, solution.observable(name(solution) + "Concentration"), 0.05);
        assertEquals(1, solution.observable(name(solution) + "ConcentrationX1"), 0.01);
        for (int k = 1; k < faces.length; k++) {
            assertTrue(corners[k] >= corners[k - 1] - 1e-14);
            assertTrue(corners[k] + faces[k] <= 1 + 1e-12);
        }
        assertTrue(corners[20] > 0.9);
    }

    private static String name(Solution solution) {
        return solution.model().species().get(0).name();
    }

    private static Event contacts(Solution solution, String where) {
        return solution.events().stream()
                .filter(e ->
                        e.kind() == Event.Kind.BOUNDARY_CONTACT && e.detail().equals(where))
                .findFirst()
                .orElseThrow();
    }

    /** U[0.5, 0.9] at speed 1: the first mass is stopped at 0.1; the outermost particles are 0.2/n and 0.6/n behind it. */
    @Test
    void bracketOfTheBlowUpShrinksUnderRefinement() {
        TransportModel model = Transports.constant(Domain.line(0, 1, Boundary.CLIPPED), 1);
        Simulation simulation =
                Simulation.of(model, Initial.of(new UniformLaw(0.5, 0.9))).until(0.3);
        for (int n : new int[] {50, 100, 200, 400}) {
            double step = 0.5 / n;
            Solution solution = simulation.solve(Particles.quantiles(n, ParticleScheme.euler(step)));
            Event event = solution.first(Event.Kind.BLOW_UP).orElseThrow();
            assertTrue(event.earliest() <= 0.1 && event.latest() >= 0.1, event.toString());
            // The first particle is within 1/n of the wall 0.8/n before, two are on it 0.6/n after; plus a step at each
            // end.
            assertTrue(event.latest() - event.earliest() <= 1.4 / n + 2 * step + 1e-12, event.toString());
        }
    }

    /** An even density at rest on the whole box touches all walls, since half a cell is there, but does not blow up. */
    @Test
    void aBoundedDensityDoesNotBlowUp() {
        for (int dimension = 1; dimension <= 2; dimension++) {
            TransportModel model =
                    Transports.constant(Domain.cube(dimension, 0, 1, Boundary.CLIPPED), new double[dimension]);
            UniformLaw side = new UniformLaw(0, 1);
            Initial initial = Initial.of(dimension == 1 ? side : ProductLaw.of(side, side));
            for (Discretisation how : List.of(UPWIND, PARTICLES)) {
                List<Event> events = Simulation.of(model, initial).solve(how).events();
                assertFalse(events.stream().anyMatch(e -> e.kind() == Event.Kind.BLOW_UP), events.toString());
                assertFalse(events.stream().anyMatch(e -> e.kind() == Event.Kind.ATOM), events.toString());
            }
        }
    }

    @Test
    void strataOfACubeAddUp() {
        Strata strata = new Strata(Domain.cube(3, -1, 1, Boundary.CLIPPED));
        double[][] x = {{-1, 0, 1, 1, 0}, {0, 0, 1, 1, -1}, {0, 0, -1, 0.5, 1}};
        strata.of(new ParticleMeasure(x, new double[] {0.1, 0.2, 0.3, 0.15, 0.25}));
        assertEquals(0.2, strata.share(0), 1e-15);
        assertEquals(0.1, strata.share(1), 1e-15);
        assertEquals(0.4, strata.share(2), 1e-15);
        assertEquals(0.3, strata.share(3), 1e-15);
        assertEquals("x1 = -1.0, x2 = 1.0", strata.name(strata.fullest(2)));
        assertEquals(0.25, strata.shareOf(strata.fullest(2)), 1e-15);
    }

    /** Half cells: mass 1/(2·9) on each wall of ten cells, so the strata of an even density are known. */
    @Test
    void evenDensityHasItsShareOnAMesh() {
        Mesh mesh = Mesh.uniform(Domain.cube(2, 0, 1, Boundary.CLIPPED), 10);
        UniformLaw side = new UniformLaw(0, 1);
        Measure even = ProductLaw.of(side, side).onto(mesh);
        Strata strata = new Strata(mesh.domain());
        strata.of(even);
        double half = 1.0 / 18;
        assertEquals(4 * half * half, strata.share(2), 1e-15);
        assertEquals(4 * half * (1 - 2 * half), strata.share(1), 1e-14);
        assertEquals(half, Strata.evenShare(even, 1), 1e-15);
        assertEquals(strata.shareOf(strata.fullest(2)), Strata.evenShare(even, 2), 1e-15);
    }

    /** An atom of 0.3 in an even density: at least 0.3, at most 0.3 + 0.7 (2/32)^d, at any place. */
    @Test
    void concentrationFindsATravellingAtom() {
        for (int dimension = 1; dimension <= 2; dimension++) {
            Concentration concentration = new Concentration(Domain.cube(dimension, 0, 1, Boundary.CLIPPED));
            ParticleMeasure even = dimension == 1
                    ? new UniformLaw(0, 1).quantiles(4096)
                    : ProductLaw.of(new UniformLaw(0, 1), new UniformLaw(0, 1)).quantiles(4096);
            int n = even.size();
            for (double at : new double[] {0, 1.0 / 3, 0.5, 0.73, 1}) {
                double[][] x = new double[dimension][];
                for (int d = 0; d < dimension; d++) {
                    x[d] = Arrays.copyOf(even.x(d), n + 1);
                    x[d][n] = at;
                }
                double[] w = new double[n + 1];
                Arrays.fill(w, 0.7 / n);
                w[n] = 0.3;
                concentration.of(new ParticleMeasure(x, w));
                double box = 2.0 / concentration.cuts();
                assertTrue(concentration.share() >= 0.3);
                assertEquals(0.3, concentration.share(), 0.7 * Math.pow(box, dimension) + 1e-12);
                assertEquals(at, concentration.position(0), box);
            }
        }
    }

    @Test
    void concentrationKeepsItsMemoryInHighDimensions() {
        assertEquals(32, new Concentration(Domain.cube(3, 0, 1, Boundary.CLIPPED)).cuts());
        assertEquals(32, new Concentration(Domain.line(0, 1, Boundary.CLIPPED)).cuts());
    }
}
