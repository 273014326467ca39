package org.dualflow.validation.report;

import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Script and style of KaTeX, with the fonts that formulas need inside the style, so that a page needs no other file. */
public final class Katex {

    private static final String FOLDER = "/META-INF/resources/webjars/katex/0.16.44/dist/";
    private static final Pattern FACE =
            Pattern.compile("@font-face\\{([^}]*?)src:url\\((fonts/KaTeX_([A-Za-z0-9]+)-([A-Za-z]+)\\.woff2)\\)[^}]*}");
    private static final Pattern USED = Pattern.compile("(Main|Math|AMS|Caligraphic|Size[1-4])-(Regular|Italic)");

    private Katex() {}

    /** The program. */
    public static String script() {
        return Resources.text(FOLDER + "katex.min.js");
    }

    /** The style sheet, fonts inside. */
    public static String style() {
        return FACE.matcher(Resources.text(FOLDER + "katex.min.css")).replaceAll(Katex::face);
    }

    private static String face(MatchResult face) {
        if (!USED.matcher(face.group(3) + "-" + face.group(4)).matches()) {
            return "";
        }
        String font = Base64.getEncoder().encodeToString(Resources.bytes(FOLDER + face.group(2)));
        return "@font-face{" + face.group(1).replace("$", "\\$") + "src:url(data:font/woff2;base64," + font
                + ") format(\"woff2\")}";
    }
}
