package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class DependenciesTest {

  @Test
  void eachDependencyIsExplainedOnceAndNothingElseIs() throws Exception {
    var rows = Readme.read("docs/dependencies.md").rows().stream().skip(1).toList();
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(5).doesNotContain(""));
    assertThat(rows).extracting(row -> row.getFirst().replace("`", ""))
        .containsExactlyInAnyOrderElementsOf(dependencies());
  }

  private static List<String> dependencies() throws Exception {
    var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(Path.of("pom.xml").toFile());
    var found = (NodeList) XPathFactory.newInstance().newXPath()
        .evaluate("/project/dependencies/dependency/artifactId"
            + " | /project/profiles/profile/dependencies/dependency/artifactId", pom,
            XPathConstants.NODESET);
    return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
