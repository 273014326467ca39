package org.dualflow.fv;

import java.util.List;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.time.Evolution;

/** A way to solve transport on meshes, with all its parameters. */
public interface GridScheme {

    /** What case files call the scheme. */
    String label();

    /**
     * Puts a model on meshes.
     *
     * @param model what to solve
     * @param meshes one per species; each must divide the domain of its species
     * @param initial one law per species, one value per scalar unknown
     * @param start initial time
     * @throws IllegalArgumentException if numbers or domains do not match, or the scheme does not allow a mesh
     */
    Evolution begin(TransportModel model, List<Mesh> meshes, Initial initial, double start);

    /** Relative rounding error of the total mass on {@code mesh} that one step may make. */
    double massRoundingPerStep(Mesh mesh);
}
