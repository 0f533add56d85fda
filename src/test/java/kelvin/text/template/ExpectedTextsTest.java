package kelvin.text.template;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// If these fail, an instruct model gets another text than the one it was trained with, and its
/// distributions are not those that everybody else sees.
class ExpectedTextsTest {

  @Test
  void thereAreSixtyTemplates() throws IOException {
    assertTrue(PythonExpectations.templates().count() >= 60);
  }

  @TestFactory
  Stream<DynamicTest> aTemplateGivesTheTextThatTransformersGives() throws IOException {
    return PythonExpectations.templates()
        .map(file -> DynamicTest.dynamicTest(PythonExpectations.name(file), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    var template = Files.readString(file);
    var inputs = PythonExpectations.inputs();
    var checks = new ArrayList<Executable>();
    PythonExpectations.expected(file)
        .forEach(
            (name, expected) ->
                checks.add(
                    () ->
                        assertEquals(
                            PythonExpectations.wanted(expected),
                            PythonExpectations.rendered(
                                template, Objects.requireNonNull(inputs.get(name))),
                            name)));
    assertAll(checks);
  }

  @TestFactory
  Stream<DynamicTest> anExpressionGivesTheTextThatTransformersGives() throws IOException {
    var lines = PythonExpectations.expressions();
    var expected = PythonExpectations.expectedExpressions();
    assertEquals(expected.size(), lines.size());
    var question = Objects.requireNonNull(PythonExpectations.inputs().get("question"));
    var tests = new ArrayList<DynamicTest>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var wanted = PythonExpectations.wanted(expected.get(i));
      tests.add(
          DynamicTest.dynamicTest(
              (i + 1) + " " + line,
              () -> assertEquals(wanted, PythonExpectations.rendered(line, question), line)));
    }
    return List.copyOf(tests).stream();
  }
}
