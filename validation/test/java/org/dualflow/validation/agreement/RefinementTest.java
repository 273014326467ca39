package org.dualflow.validation.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefinementTest {

    @Test
    void levelsKeepTheirParity() {
        assertEquals(
                List.of(201, 101, 51, 25, 13, 7),
                IntStream.range(0, 6).mapToObj(k -> Refinement.number(201, k)).toList());
        assertEquals(
                List.of(400, 200, 100, 50, 26, 12),
                IntStream.range(0, 6).mapToObj(k -> Refinement.number(400, k)).toList());
        assertEquals(3, Refinement.number(17, 9));
        assertEquals(2, Refinement.number(16, 9));
    }
}
