package org.dualflow.validation.io.fields;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** VTK's kind of XML. Numbers are base64 of their bytes, little-endian, after the number of these as UInt64: every bit is kept. */
final class VtkXml implements AutoCloseable {

    private static final int CHUNK = 3 * 1024 * Double.BYTES;

    private final OutputStream out;

    VtkXml(OutputStream out) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        print("<?xml version=\"1.0\"?>\n");
    }

    /** Writes one part of a file. */
    @FunctionalInterface
    interface Part {
        void write() throws IOException;
    }

    /** A file of a kind of grid. */
    void file(String kind, String attributes, Part content) throws IOException {
        open("VTKFile type=\"" + kind + "\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\"");
        open((kind + " " + attributes).strip());
        content.write();
        close(kind);
        close("VTKFile");
    }

    void open(String tag) throws IOException {
        print("<" + tag + ">\n");
    }

    void close(String tag) throws IOException {
        print("</" + tag + ">\n");
    }

    /** Named values, {@code components} to the tuple. */
    void numbers(String name, int components, int count, IntToDoubleFunction value) throws IOException {
        array("Float64", name, components, count, Double.BYTES, (i, to) -> to.putDouble(value.applyAsDouble(i)));
    }

    /** Named integers of 8 bytes. */
    void integers(String name, int count, Put value) throws IOException {
        array("Int64", name, 1, count, Long.BYTES, value);
    }

    /** Named integers of 1 byte. */
    void bytes(String name, int count, Put value) throws IOException {
        array("UInt8", name, 1, count, 1, value);
    }

    /** Puts one value into a buffer. */
    @FunctionalInterface
    interface Put {
        void put(int i, ByteBuffer to);
    }

    private void array(String type, String name, int components, int count, int size, Put value) throws IOException {
        print("<DataArray type=\"" + type + "\" Name=\"" + escaped(name) + "\" NumberOfComponents=\"" + components
                + "\" NumberOfTuples=\"" + count / components + "\" format=\"binary\">\n");
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream encoded = Base64.getEncoder().wrap(staysOpen())) {
            buffer.putLong((long) count * size);
            for (int i = 0; i < count; i++) {
                if (buffer.remaining() < size) {
                    flush(buffer, encoded);
                }
                value.put(i, buffer);
            }
            flush(buffer, encoded);
        }
        print("\n</DataArray>\n");
    }

    private static void flush(ByteBuffer buffer, OutputStream to) throws IOException {
        to.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private OutputStream staysOpen() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() {}
        };
    }

    /** A named text, as VTK writes its strings: the codes of its bytes, ended by 0. */
    void text(String name, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String codes = java.util.stream.IntStream.range(0, bytes.length)
                .mapToObj(i -> Integer.toString(bytes[i] & 0xff))
                .collect(Collectors.joining(" ", "", " 0"));
        print("<Array type=\"String\" Name=\"" + escaped(name) + "\" NumberOfTuples=\"1\" format=\"ascii\">\n" + codes
                + "\n</Array>\n");
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** For an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
