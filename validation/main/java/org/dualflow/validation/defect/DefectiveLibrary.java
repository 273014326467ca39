package org.dualflow.validation.defect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The project's classes once more, with one defect planted: a class loader that defines every class of the project
 * itself, the defective one from its edited source, all others from the same bytes as ever. Classes of libraries and of
 * the platform are shared.
 */
final class DefectiveLibrary extends ClassLoader {

    private static final String PROJECT = "org.dualflow.";
    private static final String SOURCES = "/org/dualflow/validation/defect/sources/";

    private final Map<String, byte[]> compiled;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /** The classes as they are. */
    DefectiveLibrary() {
        this(Map.of(), DefectiveLibrary.class.getClassLoader());
    }

    /**
     * The classes with a defect, of this project's harness and library.
     *
     * @throws IllegalStateException if the machine has no compiler, or the edited source does not compile
     */
    DefectiveLibrary(Defect defect) throws IOException {
        this(compiled(defect), DefectiveLibrary.class.getClassLoader());
    }

    /**
     * The classes of {@code parent}, some of them replaced.
     *
     * @param compiled class name → class file
     */
    DefectiveLibrary(Map<String, byte[]> compiled, ClassLoader parent) {
        super(parent);
        this.compiled = compiled;
    }

    /** The classes that a defect changes: class name → class file. */
    static Map<String, byte[]> compiled(Defect defect) throws IOException {
        return SourceCompiler.compile(defect.source(), defect.plant(sourceOf(defect)));
    }

    /** The source files, {@code org/dualflow/…/Name.java}, of the classes that were used up to now. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    /** The text of the file that a defect edits, as the harness was built with. */
    static String sourceOf(Defect defect) throws IOException {
        try (InputStream in = DefectiveLibrary.class.getResourceAsStream(SOURCES + defect.source())) {
            if (in == null) {
                throw new IllegalStateException("defect " + defect.id() + ": there is no source " + defect.source());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PROJECT)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.get(name);
        if (bytes == null) {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        used.add(name.replaceFirst("\\$.*", "").replace('.', '/') + ".java");
        return defineClass(name, bytes, 0, bytes.length);
    }
}
