package org.dualflow.validation.io.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.Transports;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;

/** Small solutions of every shape, and their files. */
final class FieldSettings {

    static final Stamp STAMP = new Stamp("a & b <\"ü\">", "0123", "1.0");

    private FieldSettings() {}

    /** A solution in a box of any dimension, three states of it. */
    static Solution box(int dimension, Boundary boundary, Discretisation how) {
        Domain domain = Domain.cube(dimension, -1, 2, boundary);
        double[] speed = new double[dimension];
        java.util.Arrays.setAll(speed, d -> 1.0 / (d + 2));
        Initial initial = Initial.of(new UniformBox(Domain.cube(dimension, -0.7, 0.3, Boundary.NO_FLUX)));
        return Simulation.of(Transports.constant(domain, speed), initial)
                .until(0.5)
                .every(0.25)
                .keep(2)
                .solve(how);
    }

    static Grid cells(Integer... cells) {
        return Grid.of(TransportScheme.upwind(), cells);
    }

    static Particles particles() {
        return Particles.random(17, 4, ParticleScheme.euler(0.1));
    }

    /** A solution with a scalar unknown. */
    static Solution gan(Discretisation how) {
        TwoPointGan gan = TwoPointGan.criticSpeed(2);
        return Simulation.of(gan, gan.uniformCritic(-0.6, 0.4, 1.5))
                .until(2)
                .every(1)
                .keep(2)
                .solve(how);
    }

    /** Writes all formats. */
    static Path write(Path folder, Solution solution) throws IOException {
        FieldFiles.write(
                name -> {
                    Path file = folder.resolve(name);
                    Files.createDirectories(folder.resolve("fields"));
                    return Files.newOutputStream(file);
                },
                solution,
                List.of("vtk", "hdf5"),
                STAMP);
        return folder.resolve("fields");
    }
}
