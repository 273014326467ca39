package org.dualflow.validation.claim;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A set of claims with different ids; {@link #all()} is the set that this project makes. */
public final class Claims {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, Claim> claims = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException if an id is not in kebab case or occurs twice, or a claim has no reason
     */
    public Claims(Collection<? extends Claim> claims) {
        for (Claim claim : claims) {
            if (!KEBAB.matcher(claim.id()).matches()) {
                throw new IllegalArgumentException("claim id = " + claim.id() + ": kebab case is allowed");
            }
            if (claim.why().isBlank()) {
                throw new IllegalArgumentException("claim " + claim.id() + ": why is blank; a reason is needed");
            }
            if (this.claims.put(claim.id(), claim) != null) {
                throw new IllegalArgumentException("claim id = " + claim.id() + " twice: different ids are allowed");
            }
        }
    }

    /** Every claim of this project, topic by topic. */
    public static Claims all() {
        Stream<Claim> above = ServiceLoader.load(ClaimSource.class, ClaimSource.class.getClassLoader()).stream()
                .flatMap(source -> source.get().claims().stream());
        return new Claims(Stream.concat(here(), above).toList());
    }

    private static Stream<Claim> here() {
        return Stream.of(
                        UpwindClaims.all(),
                        SemiLagrangianClaims.all(),
                        SmoothClaims.all(),
                        FlowClaims.all(),
                        FlowTimeClaims.all(),
                        FlowCertificateClaims.all(),
                        ExplicitFlowClaims.all(),
                        ManufacturedFlowClaims.all(),
                        FlowDecayClaims.all(),
                        FlowParticleClaims.all(),
                        BlobClaims.all(),
                        AdversarialClaims.all(),
                        DiscriminatorFlowClaims.all(),
                        GanFlowClaims.all(),
                        FlowComparisonClaims.all(),
                        FourMethodsClaims.all(),
                        ParticleClaims.all(),
                        GanClaims.all(),
                        KernelGanClaims.all(),
                        KernelGanAgreementClaims.all(),
                        CollapseClaims.all(),
                        TrainingClaims.all(),
                        NetworkClaims.all(),
                        NetworkBlowUpClaims.all(),
                        NetworkAtomClaims.all(),
                        NetworkCycleClaims.all(),
                        TwoPointClaims.all(),
                        DualFlowClaims.all(),
                        MovementClaims.all(),
                        GridMovementClaims.all(),
                        PorousMovementClaims.all(),
                        GridInteractionClaims.all(),
                        DuelClaims.all(),
                        KernelDuelClaims.all(),
                        VariationalClaims.all(),
                        ModeClaims.all(),
                        AggregationClaims.all(),
                        KnownTransportClaims.all(),
                        ManufacturedClaims.all(),
                        BoundaryClaims.all(),
                        InteractionClaims.all(),
                        MeasureClaims.all(),
                        ObservableClaims.all(),
                        CertificateClaims.all(),
                        AgreementClaims.all(),
                        NetworkAgreementClaims.all(),
                        RestartClaims.all())
                .flatMap(List::stream);
    }

    /** All claims, in their order. */
    public List<Claim> list() {
        return List.copyOf(claims.values());
    }

    /** The claims that a suite runs. */
    public List<Claim> suite(Claim.Suite suite) {
        return claims.values().stream()
                .filter(claim -> suite.includes(claim.suite()))
                .toList();
    }

    /** The claim of this name. */
    public Optional<Claim> find(String id) {
        return Optional.ofNullable(claims.get(id));
    }
}
