package org.dualflow.validation.defect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The project's classes once more, with one defect planted: a class loader that defines every class of the project
 * itself, the defective one from its edited source, all others from the same bytes as ever. Classes of libraries and of
 * the platform are shared.
 */
final class DefectiveLibrary extends ClassLoader {

    private static final String PROJECT = "org.dualflow.";
    private static final String SOURCES = "/org/dualflow/validation/defect/sources/";

    private final Map<String, byte[]> compiled;

    /**
     * @throws IllegalStateException if the machine has no compiler, or the edited source does not compile
     */
    DefectiveLibrary(Defect defect) throws IOException {
        super(DefectiveLibrary.class.getClassLoader());
        compiled = new HashMap<>(SourceCompiler.compile(defect.source(), defect.plant(sourceOf(defect))));
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
        return defineClass(name, bytes, 0, bytes.length);
    }
}
