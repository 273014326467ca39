package org.dualflow.validation.io.fields;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A VTK XML file, read by the rules of its format. */
final class VtkFile {

    private final Document document;

    VtkFile(Path file) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        document = factory.newDocumentBuilder().parse(file.toFile());
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** The only element of a name. */
    Element element(String tag) {
        NodeList found = document.getElementsByTagName(tag);
        if (found.getLength() != 1) {
            throw new AssertionError(found.getLength() + " elements " + tag);
        }
        return (Element) found.item(0);
    }

    /** The array of a name, one value after the other. */
    double[] numbers(String name) {
        Element array = array("DataArray", name);
        ByteBuffer bytes = ByteBuffer.wrap(
                        Base64.getDecoder().decode(array.getTextContent().strip()))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getLong() != bytes.remaining()) {
            throw new AssertionError("length of " + name);
        }
        int count = Integer.parseInt(array.getAttribute("NumberOfComponents"))
                * Integer.parseInt(array.getAttribute("NumberOfTuples"));
        double[] values = new double[count];
        String type = array.getAttribute("type");
        Arrays.setAll(values, i -> switch (type) {
            case "Float64" -> bytes.getDouble();
            case "Int64" -> bytes.getLong();
            case "UInt8" -> bytes.get();
            default -> throw new AssertionError(type);
        });
        if (bytes.hasRemaining()) {
            throw new AssertionError("size of " + name);
        }
        return values;
    }

    String text(String name) {
        String[] codes = array("Array", name).getTextContent().strip().split("\\s+");
        byte[] bytes = new byte[codes.length - 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(codes[i]);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Element array(String tag, String name) {
        NodeList arrays = document.getElementsByTagName(tag);
        for (int i = 0; i < arrays.getLength(); i++) {
            if (((Element) arrays.item(i)).getAttribute("Name").equals(name)) {
                return (Element) arrays.item(i);
            }
        }
        throw new AssertionError("no array " + name);
    }
}
