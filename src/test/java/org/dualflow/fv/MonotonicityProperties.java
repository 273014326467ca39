package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.field.VelocityField;
import org.dualflow.generators.FieldGenerators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.time.SspRungeKutta;

/**
 * What convexity gives. Rounding: values are at most 1 and a stage rounds by at most 11 units of 2⁻⁵³ per cell (see
 * {@link ConservationProperties}), three stages by less than 64.
 */
class MonotonicityProperties {

    private static final double UNIT = 64 * 0x1p-53;

    private static final Domain CIRCLE = Domain.line(0, 1, Boundary.PERIODIC);

    private static FiniteVolumeTransport solver(double[] masses, VelocityField field, TransportScheme scheme) {
        var model = PrescribedTransport.steady("circle", CIRCLE, field);
        Mesh mesh = Mesh.uniform(CIRCLE, masses.length);
        return new FiniteVolumeTransport(
                model, scheme, List.of(new CellMeasure(mesh, new double[][] {masses})), List.of(), 0);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void totalVariationDiminishes(
            @ForAll("tvd") TransportScheme scheme, @ForAll("masses") double[] masses, @ForAll boolean left) {
        var run = solver(masses, FieldGenerators.field(1, (d, x) -> left ? -1 : 1), scheme);
        double before = variation(masses);
        for (int i = 0; i < 8; i++) {
            run.step(run.time() + 1);
            double after = variation(run.measure(0).rows()[0]);
            assertTrue(after <= before + 2 * masses.length * UNIT, () -> "variation grew: " + after);
            before = after;
        }
    }

    private static double variation(double[] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += Math.abs(m[(i + 1) % m.length] - m[i]);
        }
        return sum;
    }

    /** Upwind is a linear map with nonnegative coefficients that keeps mass: order is kept, distances do not grow. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void upwindContractsAndKeepsOrder(
            @ForAll("upwind") TransportScheme scheme,
            @ForAll("masses") double[] masses,
            @ForAll("fields") VelocityField field) {
        double[] more = masses.clone();
        double[] other = masses.clone();
        for (int i = 0; i < masses.length; i++) {
            more[i] += i % 3 == 0 ? 0.25 : 0;
            other[i] = masses[masses.length - 1 - i];
        }
        var first = solver(masses, field, scheme);
        var second = solver(more, field, scheme);
        var third = solver(other, field, scheme);
        double distance = distance(masses, other);
        for (int i = 0; i < 6; i++) {
            double end = first.time() + 1;
            first.step(end);
            second.step(end);
            third.step(end);
        }
        double[] low = first.measure(0).rows()[0];
        double[] high = second.measure(0).rows()[0];
        double budget = 6 * masses.length * UNIT * masses.length;
        for (int i = 0; i < low.length; i++) {
            assertTrue(low[i] <= high[i] + budget, "order");
        }
        assertTrue(distance(low, third.measure(0).rows()[0]) <= distance + budget, "contraction");
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] - y[i]);
        }
        return sum;
    }

    @Provide
    Arbitrary<double[]> masses() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(0, 1).ofScale(5), Arbitraries.of(0.0, 1.0))
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(16);
    }

    @Provide
    Arbitrary<TransportScheme> tvd() {
        return TransportSetting.positiveSchemes();
    }

    @Provide
    Arbitrary<TransportScheme> upwind() {
        return Arbitraries.of(TransportScheme.upwind(), TransportScheme.upwindAtFaces())
                .flatMap(s -> Arbitraries.of(SspRungeKutta.all()).map(s::withTime))
                .flatMap(s -> Arbitraries.of(0.5, 1.0).map(s::withCfl));
    }

    @Provide
    Arbitrary<VelocityField> fields() {
        return FieldGenerators.fields(1);
    }
}
