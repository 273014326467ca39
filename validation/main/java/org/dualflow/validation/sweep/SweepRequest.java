package org.dualflow.validation.sweep;

import java.util.List;
import java.util.Optional;

/**
 * What a sweep is asked to be, as the command line says it.
 *
 * @param overrides {@code path=value}, the same for all points
 * @param overs {@code path=a:b:n} or {@code path=v1,v2,...}
 * @param seeds replicates per combination; nothing to keep the seeds of the case
 * @param bisect {@code path=a:b:width}; nothing for one run per point
 * @param boundary {@code RESULT=LEVEL}; needed if anything is bisected
 */
public record SweepRequest(
        List<String> overrides,
        List<String> overs,
        Optional<Integer> seeds,
        Optional<String> bisect,
        Optional<String> boundary) {

    /** Copies the lists. */
    public SweepRequest {
        overrides = List.copyOf(overrides);
        overs = List.copyOf(overs);
    }

    /** Nothing varied. */
    public static SweepRequest of(List<String> overrides) {
        return new SweepRequest(overrides, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With axes. */
    public SweepRequest over(String... axes) {
        return new SweepRequest(overrides, List.of(axes), seeds, bisect, boundary);
    }

    /** With replicates. */
    public SweepRequest withSeeds(int replicates) {
        return new SweepRequest(overrides, overs, Optional.of(replicates), bisect, boundary);
    }

    /** With a key that is bisected until the boundary is known to within its width. */
    public SweepRequest bisecting(String key, String threshold) {
        return new SweepRequest(overrides, overs, seeds, Optional.of(key), Optional.of(threshold));
    }
}
