package org.dualflow.validation.defect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one source text in memory, against the class path of this process. */
final class SourceCompiler {

    private SourceCompiler() {}

    /**
     * @param path path of the source below its source folder
     * @param text the source
     * @return class name → class file, nested classes included
     */
    static Map<String, byte[]> compile(String path, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("planting a defect needs a JDK: this Java runtime has no compiler");
        }
        StringWriter messages = new StringWriter();
        try (Memory memory = new Memory(compiler.getStandardFileManager(null, null, null))) {
            List<String> options = List.of(
                    "--release", "17", "-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
            var source = new Source(path, text);
            boolean done = compiler.getTask(messages, memory, null, options, null, List.of(source))
                    .call();
            if (!done) {
                throw new IllegalStateException("the edited source does not compile: " + messages);
            }
            return memory.classes();
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("mem:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> files = new HashMap<>();

        Memory(JavaFileManager disk) {
            super(disk);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return files.computeIfAbsent(className, ClassFile::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            files.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
            return classes;
        }
    }
}
