package org.dualflow.model;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.field.Interaction;
import org.dualflow.field.InteractionKernel;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Domain;

/**
 * The aggregation equation ∂t ρ = div( ρ ∇W * ρ ), ∇W(0) = 0: masses attract or repel each other by a potential W.
 *
 * <p>Observables: {@code centreOfMass} (with the number of the axis behind it in more than one dimension),
 * {@code variance} ∫ |x - m|² dρ/ρ(1), {@code energy} ½ ∬ W(x-y) dρ dρ, {@code supportRadius}, the largest distance of
 * a point of positive mass from the centre of mass. They are meant for domains without periodic axes.
 *
 * <p>Source: J. A. Carrillo, F. James, F. Lagoutière, N. Vauchelet, J. Differential Equations 260 (2016),
 * doi:10.1016/j.jde.2015.09.001; numerics: F. Delarue, F. Lagoutière, N. Vauchelet, Ann. H. Lebesgue 3 (2020),
 * doi:10.5802/ahl.42.
 */
public final class Aggregation implements TransportModel {

    private final Species species;
    private final InteractionKernel kernel;
    private final Interaction.Summation summation;

    /** Aggregation by a kernel, summed in the cheapest way. */
    public Aggregation(Domain domain, InteractionKernel kernel) {
        this(domain, kernel, Interaction.Summation.AUTOMATIC);
    }

    /**
     * @param domain the box
     * @param kernel the potential W
     * @param summation how the field is summed
     */
    public Aggregation(Domain domain, InteractionKernel kernel, Interaction.Summation summation) {
        this.species = new Species("density", domain);
        this.kernel = kernel;
        this.summation = summation;
    }

    @Override
    public String name() {
        return "aggregation";
    }

    @Override
    public List<Species> species() {
        return List.of(species);
    }

    @Override
    public List<Observable> observables() {
        int dimension = species.domain().dimension();
        List<Observable> all = new ArrayList<>();
        for (int d = 0; d < dimension; d++) {
            int axis = d;
            String name = dimension == 1 ? "centreOfMass" : "centreOfMass" + (d + 1);
            all.add(new Observable(name, state -> centre(state.measure(0))[axis]));
        }
        all.add(new Observable("variance", state -> variance(state.measure(0))));
        all.add(new Observable("energy", state -> energy(state.measure(0))));
        all.add(new Observable("supportRadius", state -> supportRadius(state.measure(0))));
        return List.copyOf(all);
    }

    @Override
    public Coupling couple() {
        Interaction interaction = new Interaction(kernel, species.domain(), summation);
        return new Coupling() {
            @Override
            public void freeze(double t, State state) {
                interaction.freeze(state.measure(0));
            }

            @Override
            public VelocityField field(int s) {
                return interaction;
            }
        };
    }

    private double energy(Measure measure) {
        Interaction interaction = new Interaction(kernel, species.domain(), summation);
        interaction.freeze(measure);
        return interaction.energy();
    }

    private static double[] centre(Measure measure) {
        double mass = measure.mass();
        double[] centre = new double[measure.dimension()];
        for (int d = 0; d < centre.length; d++) {
            int axis = d;
            CompensatedSum sum = new CompensatedSum();
            measure.forEachBlock((x, w, n) -> {
                for (int i = 0; i < n; i++) {
                    sum.add(w[i] * x[axis][i]);
                }
            });
            centre[d] = sum.value() / mass;
        }
        return centre;
    }

    private static double variance(Measure measure) {
        double[] centre = centre(measure);
        CompensatedSum sum = new CompensatedSum();
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                sum.add(w[i] * squaredDistance(x, i, centre));
            }
        });
        return sum.value() / measure.mass();
    }

    private static double supportRadius(Measure measure) {
        double[] centre = centre(measure);
        double[] largest = new double[1];
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                if (w[i] > 0) {
                    largest[0] = Math.max(largest[0], squaredDistance(x, i, centre));
                }
            }
        });
        return Math.sqrt(largest[0]);
    }

    private static double squaredDistance(double[][] x, int i, double[] centre) {
        double sum = 0;
        for (int d = 0; d < centre.length; d++) {
            sum += (x[d][i] - centre[d]) * (x[d][i] - centre[d]);
        }
        return sum;
    }
}
