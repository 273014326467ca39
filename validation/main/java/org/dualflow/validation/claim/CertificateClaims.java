package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Transports;
import org.dualflow.run.Grid;
import org.dualflow.validation.certificate.CertifiedEvolution;
import org.dualflow.validation.certificate.CertifiedField;
import org.dualflow.validation.certificate.Reconstruction;

/** Runs bound their own W₁ error: never below the true one, and less than four times as large under refinement. */
final class CertificateClaims {

    private static final double LARGEST = 4;
    private static final List<Integer> CELLS = List.of(51, 101, 201, 401);
    private static final PrescribedTransport CONSTANT = Transports.constant(Domain.line(-2, 3, Boundary.NO_FLUX), 1);
    private static final PrescribedTransport SINK = Transports.sink(Domain.line(-1.5, 1.5, Boundary.NO_FLUX));
    private static final TransportScheme UPWIND = TransportScheme.upwind().withCfl(0.5);
    private static final TransportScheme MUSCL = TransportScheme.muscl(Limiter.VAN_LEER);

    private CertificateClaims() {}

    static List<Claim> all() {
        LineLaw collapsed =
                new MixtureLaw(new double[] {0.5, 0.5}, List.of(AtomicLaw.dirac(0), new UniformLaw(-0.5, 0.5)));
        return List.of(
                moved("slab", UPWIND, new UniformLaw(-0.5, 0.5), new UniformLaw(0.5, 1.5)),
                moved("dirac", UPWIND, AtomicLaw.dirac(0), AtomicLaw.dirac(1)),
                moved("smooth", UPWIND, new NormalLaw(-0.2, 0.2), new NormalLaw(0.8, 0.2)),
                moved("smooth", MUSCL, new NormalLaw(-0.2, 0.2), new NormalLaw(0.8, 0.2)),
                claim(
                        "upwind-certificate-sink",
                        "upwind, -sign(x)",
                        SINK,
                        UPWIND,
                        new UniformLaw(-1, 1),
                        collapsed,
                        0.5,
                        0));
    }

    private static Claim moved(String data, TransportScheme scheme, LineLaw start, LineLaw exact) {
        String name = scheme == UPWIND ? "upwind" : "muscl";
        return claim(
                name + "-certificate-" + data,
                name + ", " + data + " data, constant field",
                CONSTANT,
                scheme,
                start,
                exact,
                1);
    }

    private static Claim claim(
            String id,
            String title,
            PrescribedTransport model,
            TransportScheme scheme,
            LineLaw start,
            LineLaw exact,
            double end,
            double... sinks) {
        return new BoundClaim(
                id,
                "certificate: " + title,
                "certified bound over true W₁ error for cells: " + CELLS,
                "between 1 and " + LARGEST + " on every level",
                "w = F_h - F solves ∂t w + b ∂x w = e, hence W₁(T) ≤ e^{∫L} W₁(0) + ∫ e^{∫_t^T L} ‖e‖ dt, L the one-sided"
                        + " Lipschitz constant; with F_h of the accuracy of the scheme the defect e is of the order of the error.",
                Claim.Suite.FAST,
                progress -> {
                    List<Bound> bounds = new ArrayList<>();
                    for (int cells : CELLS) {
                        progress.report((double) bounds.size() / CELLS.size(), cells + " cells");
                        CertifiedEvolution run = CertifiedEvolution.of(
                                Grid.of(scheme, cells).begin(model, Initial.of(start), 0),
                                CertifiedField.prescribed(model),
                                start,
                                Reconstruction.PARABOLAS,
                                sinks);
                        run.advanceTo(end);
                        double error = Wasserstein.W1.between(run.reading(), exact);
                        bounds.add(new Bound("bound/error with " + cells + " cells", run.bound() / error, 1, LARGEST));
                    }
                    return ClaimResult.of(List.of(), bounds);
                });
    }
}
