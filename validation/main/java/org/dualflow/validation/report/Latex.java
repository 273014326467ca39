package org.dualflow.validation.report;

import java.util.HashMap;
import java.util.Map;

/** Text and tables for papers: what LaTeX needs beside its text encoding UTF-8 is written as a command. */
public final class Latex {

    private static final Map<Character, String> COMMANDS = commands();

    private Latex() {}

    private static Map<Character, String> commands() {
        Map<Character, String> commands = new HashMap<>();
        for (char sign : "&%$#_{}".toCharArray()) {
            commands.put(sign, "\\" + sign);
        }
        commands.put('\\', "\\textbackslash{}");
        commands.put('^', "\\textasciicircum{}");
        commands.put('~', "\\textasciitilde{}");
        commands.put('<', "$<$");
        commands.put('>', "$>$");
        commands.put('|', "$|$");
        commands.put('–', "--");
        commands.put('…', "\\dots{}");
        mathematics(
                commands,
                "±≤≥×·∞→∂∇∫∬∏Σ√∝ℓ‖",
                "pm le ge times cdot infty to partial nabla int iint prod sum surd propto ell Vert");
        mathematics(
                commands,
                "αβγδεζηθκλμνπρστφχψω",
                "alpha beta gamma delta varepsilon zeta eta theta kappa lambda mu nu pi rho sigma"
                        + " tau varphi chi psi omega");
        mathematics(commands, "ΓΔΘΛΠΦΨΩ", "Gamma Delta Theta Lambda Pi Phi Psi Omega");
        scripts(commands, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ", "0123456789+-T", '^');
        scripts(commands, "₀₁₂₃₄₅₆₇₈₉", "0123456789", '_');
        return commands;
    }

    private static void mathematics(Map<Character, String> commands, String signs, String names) {
        String[] all = names.split(" ");
        for (int i = 0; i < all.length; i++) {
            commands.put(signs.charAt(i), "$\\" + all[i] + "$");
        }
    }

    private static void scripts(Map<Character, String> commands, String signs, String plain, char direction) {
        for (int i = 0; i < plain.length(); i++) {
            commands.put(signs.charAt(i), "$" + direction + "{" + plain.charAt(i) + "}$");
        }
    }

    /** A text without signs that mean something else, or nothing, to LaTeX. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            escaped.append(COMMANDS.getOrDefault(text.charAt(i), String.valueOf(text.charAt(i))));
        }
        return escaped.toString();
    }

    /**
     * All tables of a report, to be put into a document: a {@code tabular} each, after a comment with its section and title. They need the
     * package {@code amsmath}.
     */
    public static String tables(Report report) {
        StringBuilder text = new StringBuilder("% " + line(report.title()) + "\n");
        for (Section section : report.sections()) {
            for (Table table : section.tables()) {
                text.append("\n% ").append(line(section.title()));
                text.append(table.title().isEmpty() ? "" : ": " + line(table.title()));
                text.append('\n').append(table.toLatex());
            }
        }
        return text.toString();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
