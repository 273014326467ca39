package org.dualflow.validation.defect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of planted defects, topic by topic. */
public final class Defects {

    private static final Map<String, Defect> ALL = Stream.of(
                    FiniteVolumeDefects.all(),
                    SemiLagrangianDefects.all(),
                    ParticleDefects.all(),
                    FlowParticleDefects.all(),
                    ModelDefects.all(),
                    TrainingDefects.all(),
                    MovementDefects.all(),
                    NetworkDefects.all(),
                    KernelGanDefects.all(),
                    SweepDefects.all(),
                    MeasureDefects.all(),
                    FlowDefects.all(),
                    HarnessDefects.all(),
                    RestartDefects.all())
            .flatMap(List::stream)
            .collect(Collectors.toMap(
                    Defect::id,
                    Function.identity(),
                    (a, b) -> {
                        throw new IllegalStateException("defect id = " + a.id() + " twice: different ids are allowed");
                    },
                    LinkedHashMap::new));

    private Defects() {}

    /** All defects, in their order. */
    public static List<Defect> all() {
        return List.copyOf(ALL.values());
    }

    /** The defect of this name. */
    public static Optional<Defect> find(String id) {
        return Optional.ofNullable(ALL.get(id));
    }
}
