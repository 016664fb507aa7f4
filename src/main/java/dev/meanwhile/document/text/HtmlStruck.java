package dev.meanwhile.document.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Words of a page with a line through them: a part of a paragraph or cell is left out, and one that has nothing else but
/// its ID says that it is deleted.
final class HtmlStruck {
  private static final String STRUCK = "del, s, strike";
  private static final String DELETED = " [deleted]";
  private static final Set<String> NAMES = Set.of("del", "s", "strike");

  private HtmlStruck() {}

  /// Changes the page so.
  static void read(Element page) {
    var blocks = new LinkedHashMap<Element, List<Element>>();
    for (var struck : page.select(STRUCK)) {
      blocks.computeIfAbsent(block(struck), _ -> new ArrayList<>()).add(struck);
    }
    blocks.forEach((block, struck) -> {
      var left = new StringBuilder();
      standing(block, left);
      boolean isPart = left.chars().anyMatch(Character::isLowerCase);
      if (isPart) {
        struck.forEach(Node::remove);
      } else {
        block.appendText(DELETED);
      }
    });
  }

  private static Element block(Element struck) {
    var block = struck;
    while (block.parent() != null && (!block.isBlock() || NAMES.contains(block.normalName()))) {
      block = block.parent();
    }
    return block;
  }

  private static void standing(Node parent, StringBuilder left) {
    for (var child = parent.firstChild(); child != null; child = child.nextSibling()) {
      if (child instanceof TextNode words) {
        left.append(words.getWholeText());
      } else if (child instanceof Element element && !NAMES.contains(element.normalName())) {
        standing(element, left);
      }
    }
  }
}
