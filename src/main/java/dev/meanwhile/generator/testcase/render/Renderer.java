package dev.meanwhile.generator.testcase.render;

import dev.meanwhile.trace.test.TestCase;
import java.util.List;

/// Writes test cases as a file that the framework's own tool accepts, whatever their text is. Each case is one pending
/// test that names its requirements and its ID; nothing is asserted that isn't tested.
interface Renderer {

  /// The name of a scope's file.
  ///
  /// @param part empty, or `_part1` and so on where there are several
  String fileName(String scope, String part);

  /// The file's media type.
  String mediaType();

  /// How the framework calls the test of a case; free text on one line, unless the framework's tests are functions.
  default String symbol(String caseId) {
    return Literals.symbol(caseId);
  }

  /// The file's text.
  ///
  /// @param file its name
  /// @param cases with the symbols that they have in this file
  String render(String file, String rtmHash, List<Named> cases);

  /// A case and what its test is called, unique in its file.
  record Named(TestCase testCase, String symbol) {}
}
