package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.junit.jupiter.api.Test;

/** What a run in the plane holds: every array that can be reached from its solver, counted once. */
class MemoryTest {

    private static final double MOST_DOUBLES_PER_CELL = 20;

    @Test
    void aPlaneHoldsAtMostTwentyDoublesPerCell() throws IllegalAccessException {
        Domain square = Domain.cube(2, -8, 8, Boundary.NO_FLUX);
        int n = 256;
        ImplicitFlow solver = new ImplicitFlow(
                new JensenShannonFlow(square, NormalMixture.normal(1, 0, 0)),
                Mesh.uniform(square, n),
                ImplicitScheme.extrapolated(0.1).withAccuracy(1e-8),
                Initial.of(NormalMixture.normal(0.8, 0.5, 0)),
                0);
        solver.step(0.1);
        double perCell = (double) bytes(solver) / Double.BYTES / (n * n);
        assertTrue(perCell <= MOST_DOUBLES_PER_CELL, perCell + " doubles per cell");
    }

    /** Bytes of the elements of all arrays of numbers that can be reached. */
    private static long bytes(Object root) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        long bytes = 0;
        while (!open.isEmpty()) {
            Object object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            Class<?> type = object.getClass();
            if (type.isArray()) {
                int length = Array.getLength(object);
                if (type.getComponentType().isPrimitive()) {
                    bytes += (long) length * size(type.getComponentType());
                } else {
                    for (int i = 0; i < length; i++) {
                        push(Array.get(object, i), open);
                    }
                }
            } else if (type.getName().startsWith("org.dualflow")) {
                for (Class<?> at = type;
                        at != null && at.getName().startsWith("org.dualflow");
                        at = at.getSuperclass()) {
                    for (Field field : at.getDeclaredFields()) {
                        if (!Modifier.isStatic(field.getModifiers())
                                && !field.getType().isPrimitive()) {
                            field.setAccessible(true);
                            push(field.get(object), open);
                        }
                    }
                }
            } else if (object instanceof Iterable<?> many) {
                many.forEach(one -> push(one, open));
            }
        }
        return bytes;
    }

    private static void push(@org.jspecify.annotations.Nullable Object object, Deque<Object> open) {
        if (object != null) {
            open.add(object);
        }
    }

    private static int size(Class<?> primitive) {
        return primitive == double.class || primitive == long.class
                ? Long.BYTES
                : primitive == int.class || primitive == float.class ? Integer.BYTES : 1;
    }
}
