package org.dualflow.validation.io;

import java.util.List;

/** The models that case files can name. A new model is one more entry here, or in an {@link Extension}. */
public final class Registry {

    /** All models, in the order of the documentation, then those of extensions. */
    public static final List<ModelEntry> MODELS = Extensions.models(List.of(
            GanEntries.twoPointGan(),
            GanEntries.clippedTransport(),
            ClippedGanEntry.entry(),
            KernelGanEntry.entry(),
            TransportEntry.entry(),
            AggregationEntry.entry(),
            ManufacturedEntry.entry(),
            FlowEntry.entry(),
            PorousEntry.entry()));

    private Registry() {}

    /** The model of a name that the schema has accepted. */
    static ModelEntry model(String name) {
        return MODELS.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
