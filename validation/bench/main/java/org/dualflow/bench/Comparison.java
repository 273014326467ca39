package org.dualflow.bench;

import java.util.List;
import java.util.Map;

/**
 * A kernel in Java and the same work in C.
 *
 * @param name of the kernel, in the table
 * @param source C or C++ file in {@code main/c}; its program prints the seconds of one operation, the best of its samples
 * @param arguments of that program
 * @param share of Java's work that one operation of that program does; its time is divided by it
 * @param benchmark JMH class whose methods do the same work
 * @param method which of its methods
 * @param parameters values of its {@code @Param} fields
 * @param target least allowed ratio, time of C / time of Java
 */
record Comparison(
        String name,
        String source,
        List<String> arguments,
        double share,
        Class<?> benchmark,
        String method,
        Map<String, String> parameters,
        double target) {

    /** Where both do the same work. */
    Comparison(
            String name,
            String source,
            List<String> arguments,
            Class<?> benchmark,
            String method,
            Map<String, String> parameters,
            double target) {
        this(name, source, arguments, 1, benchmark, method, parameters, target);
    }

    Comparison {
        arguments = List.copyOf(arguments);
        parameters = Map.copyOf(parameters);
    }
}
