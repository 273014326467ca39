package org.dualflow.fv;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.dualflow.field.VelocityField;
import org.dualflow.generators.FieldGenerators;
import org.dualflow.generators.MeshGenerators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.time.SspRungeKutta;

/** A random transport problem and scheme. */
record TransportSetting(CellMeasure start, VelocityField field, TransportScheme scheme) {

    /** Any mesh up to three dimensions, any field, any scheme that the mesh allows, at up to its largest CFL number. */
    static Arbitrary<TransportSetting> any(Arbitrary<Axis> axes, Arbitrary<TransportScheme> schemes) {
        return MeshGenerators.meshes(axes).flatMap(mesh -> MeshGenerators.masses(mesh)
                .flatMap(start -> FieldGenerators.fields(mesh.dimension()).flatMap(field -> schemes.filter(
                                scheme -> scheme.flux() != TransportScheme.Flux.WENO5 || mesh.isUniform())
                        .map(scheme -> new TransportSetting(start, field, scheme)))));
    }

    static Arbitrary<TransportScheme> schemes() {
        return Arbitraries.oneOf(positiveSchemes(), Arbitraries.of(TransportScheme.weno5()));
    }

    static Arbitrary<TransportScheme> positiveSchemes() {
        Arbitrary<TransportScheme> first = Arbitraries.of(TransportScheme.upwind(), TransportScheme.upwindAtFaces());
        Arbitrary<TransportScheme> second = Arbitraries.of(Limiter.all()).map(TransportScheme::muscl);
        return Arbitraries.oneOf(first, second)
                .flatMap(scheme -> Arbitraries.of(SspRungeKutta.all()).map(scheme::withTime))
                .flatMap(scheme ->
                        Arbitraries.of(1.0, 0.95, 0.5).map(share -> scheme.withCfl(share * scheme.largestCfl())));
    }

    Mesh mesh() {
        return start.mesh();
    }

    FiniteVolumeTransport solver() {
        var model = PrescribedTransport.steady("random", mesh().domain(), field);
        return new FiniteVolumeTransport(model, scheme, List.of(start), List.of(), 0);
    }
}
