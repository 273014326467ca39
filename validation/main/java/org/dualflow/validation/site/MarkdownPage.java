package org.dualflow.validation.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** One page of the documentation: its text, its code blocks, its links, its HTML. */
public final class MarkdownPage {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern ANCHOR = Pattern.compile("<h[1-6] id=\"([^\"]*)\"");

    private final Path file;
    private final Node root;
    private final List<String> links = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /**
     * A code block.
     *
     * @param info what stands behind the fence; empty for an indented block
     * @param text its lines
     */
    public record Block(String info, String text) {
        /** The first word behind the fence. */
        public String language() {
            return info.split("\\s+")[0];
        }
    }

    private MarkdownPage(Path file, Node root) {
        this.file = file;
        this.root = root;
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
            }

            @Override
            public void visit(FencedCodeBlock block) {
                blocks.add(new Block(block.getInfo() == null ? "" : block.getInfo(), block.getLiteral()));
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                blocks.add(new Block("", block.getLiteral()));
            }
        });
    }

    /** Reads a page. */
    public static MarkdownPage read(Path file) throws IOException {
        return new MarkdownPage(file, PARSER.parse(Files.readString(file)));
    }

    /** Where it was read. */
    public Path file() {
        return file;
    }

    /** Destinations of links and images, as written. */
    public List<String> links() {
        return List.copyOf(links);
    }

    /** Code blocks, in order. */
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Names of headings, to which links may point. */
    public Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Matcher matcher = ANCHOR.matcher(body());
        while (matcher.find()) {
            anchors.add(matcher.group(1));
        }
        return anchors;
    }

    /** The first heading as text. */
    public String title() {
        Matcher matcher = HEADING.matcher(body());
        return matcher.find()
                ? matcher.group(1).replaceAll("<[^>]*>", "")
                : file.getFileName().toString();
    }

    /** HTML of the body; links to pages are links to their HTML. */
    public String body() {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    attributes.computeIfPresent("href", (key, link) -> toHtml(link));
                    attributes.computeIfPresent("src", (key, link) -> link.replaceFirst("^\\.\\./images/", "images/"));
                })
                .build()
                .render(root);
    }

    private static String toHtml(String link) {
        return link.matches("[a-z]+:.*") ? link : link.replaceFirst("^([^/#]*)\\.md(#.*)?$", "$1.html$2");
    }
}
