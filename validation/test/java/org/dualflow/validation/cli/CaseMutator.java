package org.dualflow.validation.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Breaks case files as people and programs do: in their tree, in their values, in their text. */
final class CaseMutator {

    private static final List<Object> ODD_VALUES = List.of(
            0,
            -1,
            1,
            -0.0,
            1e-300,
            1e300,
            -1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            0.1,
            1e9,
            "",
            " ",
            "no such word",
            "2,5",
            "0x10",
            "ünïcödé \u0000\u001b[31m",
            "../../../../etc/passwd",
            "x".repeat(10_000),
            true,
            List.of(),
            List.of(1, 2, 3, 4, 5),
            List.of(List.of(List.of(1))),
            Map.of(),
            Map.of("uniform", List.of(1, -1)),
            Map.of("normal", Map.of("mean", 0, "sd", -1)));

    private static final List<String> ODD_TEXTS = List.of(
            "\t",
            "&a [*a]",
            "<<: *none",
            "---\n",
            "? ",
            "!!java/object ",
            "%YAML 9.9\n",
            "\u0000",
            "{",
            "]",
            "'",
            "\"",
            "|\n",
            "#",
            ": ",
            "- ");

    private final Random random;
    private final List<String> others;

    /**
     * @param seed of all that is done
     * @param others case files whose parts may be put in
     */
    CaseMutator(long seed, List<String> others) {
        random = new Random(seed);
        this.others = others;
    }

    /** A case file with one to four mistakes. */
    String mutate(String text) {
        Object tree = parse(text);
        int count = 1 + random.nextInt(2) * random.nextInt(4);
        for (int i = 0; i < count; i++) {
            change(tree);
        }
        String result = new Dump(DumpSettings.builder().build()).dumpToString(tree);
        return random.nextInt(8) == 0 ? damage(result) : result;
    }

    private static Object parse(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** One change at a random place of a tree of maps and lists that can be changed. */
    private void change(Object tree) {
        List<Object> inner = new ArrayList<>();
        collect(tree, inner);
        Object place = inner.get(random.nextInt(inner.size()));
        if (place instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked")
            Map<Object, Object> map = (Map<Object, Object>) place;
            changeMap(map);
        } else {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) place;
            changeList(list);
        }
    }

    private static void collect(Object tree, List<Object> inner) {
        if (tree instanceof Map<?, ?> map) {
            inner.add(tree);
            map.values().forEach(value -> collect(value, inner));
        } else if (tree instanceof List<?> list) {
            inner.add(tree);
            list.forEach(value -> collect(value, inner));
        }
    }

    private void changeMap(Map<Object, Object> map) {
        if (map.isEmpty()) {
            map.put("new", odd());
            return;
        }
        Object key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
        if (map.get(key) instanceof Number number && random.nextInt(3) == 0) {
            map.put(key, number.doubleValue() * (0.5 + random.nextDouble()));
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> map.remove(key);
            case 1 -> map.put(misspelt(String.valueOf(key)), map.remove(key));
            case 2 -> map.put("extra", odd());
            case 3 -> map.put(key, fromAnother(key));
            default -> map.put(key, odd());
        }
    }

    private void changeList(List<Object> list) {
        if (list.isEmpty() || random.nextInt(3) == 0) {
            list.add(odd());
        } else if (random.nextBoolean()) {
            list.remove(random.nextInt(list.size()));
        } else {
            list.set(random.nextInt(list.size()), odd());
        }
    }

    private String misspelt(String word) {
        int at = word.isEmpty() ? 0 : random.nextInt(word.length());
        return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at);
    }

    /** What the same key holds in another case: right there, out of place here. */
    private Object fromAnother(Object key) {
        Object other = parse(others.get(random.nextInt(others.size())));
        return other instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : odd();
    }

    private Object odd() {
        return copy(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
    }

    /** A copy that can be changed again. */
    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key, copy(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(copy(inner)));
            return copy;
        }
        return value;
    }

    /** Text that was cut, doubled or sprinkled with what means something in YAML. */
    private String damage(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + text.substring(at);
            default -> text.substring(0, at) + ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())) + text.substring(at);
        };
    }
}
