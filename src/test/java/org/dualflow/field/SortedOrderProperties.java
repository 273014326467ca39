package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.MeasureGenerators;

class SortedOrderProperties {

    @Provide
    Arbitrary<double[]> numbers() {
        return MeasureGenerators.coordinates().array(double[].class).ofMaxSize(80);
    }

    /** Against the library's stable sort, from scratch and from the order of other numbers. */
    @Property
    void ordersStably(@ForAll("numbers") double[] before, @ForAll("numbers") double[] x) {
        SortedOrder sorted = new SortedOrder();
        int n = Math.min(before.length, x.length);
        sorted.update(before, n);
        sorted.update(x, n);
        int[] expected = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        for (int r = 0; r < n; r++) {
            assertEquals(expected[r], sorted.order()[r]);
        }
    }
}
