package io.github.mailgunreactor.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A {@code pom.xml}, as far as the rules of publishing look at it. */
final class ProjectFile {
    private final Element project;

    private ProjectFile(Element project) {
        this.project = project;
    }

    static ProjectFile read(Path file) {
        try {
            return new ProjectFile(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (Exception unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }

    /** The text of the first element that these names lead to, or {@code null}. */
    @Nullable
    String text(String... path) {
        List<Element> found = elements(path);
        return found.isEmpty() ? null : found.get(0).getTextContent().strip();
    }

    /** All elements that these names lead to. */
    List<Element> elements(String... path) {
        List<Element> here = List.of(project);
        for (String name : path) {
            here = here.stream()
                    .flatMap(parent -> children(parent, name).stream())
                    .toList();
        }
        return here;
    }

    static String text(Element element, String child) {
        List<Element> found = children(element, child);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}
