package kelvin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each place where an exception of the JDK or of a library becomes words.
///
/// If these tests fail, a user may read the name of a class or a path in the sources of a library.
/// `kelvin.text.Reason` says which words of others a user can read: use it, or look at what the
/// exception can say and add the place.
class ForeignWordsTest {

  private static final Set<String> WORDS =
      Set.of("getMessage", "getLocalizedMessage", "toString", "getReason", "printStackTrace");

  private static final Pattern EXCEPTION = Pattern.compile(".*(Exception|Error|Throwable)");

  /// The places that were looked at: the class, and the exception whose message it takes.
  private static final Set<String> REVIEWED =
      Set.of(
          // Our own sentences, thrown as a type of the JDK.
          "kelvin.cli.Failures Exception",
          "kelvin.cli.SweepCommand IllegalArgumentException",
          "kelvin.cli.environment.UsageException IllegalArgumentException",
          "kelvin.experiment.adapt.HeadMethod RuntimeException",
          "kelvin.ui.evaluation.form.PlanMaker Exception",
          "kelvin.ui.hub.BrowseViewModel IllegalArgumentException",
          "kelvin.cli.option.search.AnswerOptions IllegalArgumentException",
          "kelvin.cli.option.ChainOfOptions IllegalArgumentException",
          "kelvin.cli.option.ComposingOptions IllegalArgumentException",
          "kelvin.cli.option.DataOptions IllegalArgumentException",
          "kelvin.cli.environment.GivenChoice IllegalArgumentException",
          "kelvin.cli.option.DropOption IllegalArgumentException",
          "kelvin.cli.option.LabelOptions IllegalArgumentException",
          "kelvin.cli.option.DataOptions TypeConversionException",
          "kelvin.cli.option.Numbers TypeConversionException",
          "kelvin.cli.option.SweepOptions TypeConversionException",
          "kelvin.cli.output.SamplerFile IllegalArgumentException",
          "kelvin.huggingface.regex.RegexRisk IllegalArgumentException",
          "kelvin.prompt.task.TaskMembers IllegalArgumentException",
          "kelvin.ui.sampling.chain.ChainViewModel IllegalArgumentException",
          "kelvin.ui.sampling.chain.StageSetting IllegalArgumentException",
          "kelvin.ui.sampling.chain.TokenListViewModel IllegalArgumentException",
          "kelvin.workspace.SessionFormat IllegalArgumentException",
          "kelvin.workspace.SweepFields IllegalArgumentException",
          "kelvin.workspace.certificate.CertificateFormat IllegalArgumentException",
          "kelvin.workspace.trace.HeaderFormat IllegalArgumentException",
          // The words of picocli about wrong arguments are for users; the converters are ours.
          "kelvin.cli.Failures ParameterException",
          // Of these only a place in the file, or an operator, is taken.
          "kelvin.huggingface.UnreadableReason Exception",
          "kelvin.onnx.OrtMessages OrtException",
          "kelvin.prompt.chat.Chat JsonParseException",
          "kelvin.prompt.table.DelimitedRows CsvParseException",
          "kelvin.prompt.task.TaskFile Exception",
          "kelvin.workspace.file.JsonTree MalformedJsonException",
          // Words for “Details”, which are for developers.
          "kelvin.inference.ModelLoadException Throwable",
          // The rule itself.
          "kelvin.text.Reason FileSystemException",
          "kelvin.text.Reason Throwable");

  private static final Pattern CAUGHT = Pattern.compile("catch \\([^)]* (\\w+)\\) \\{");

  @Test
  void wordsOfForeignExceptionsAreTakenInFewPlaces() {
    var places = new TreeSet<String>();
    for (var owner : ArchitectureTest.CLASSES) {
      owner.getMethodCallsFromSelf().stream()
          .filter(ForeignWordsTest::takesForeignWords)
          .forEach(call -> places.add(placeOf(call)));
    }

    assertEquals(new TreeSet<>(REVIEWED), places);
  }

  private static boolean takesForeignWords(JavaMethodCall call) {
    var owner = call.getTargetOwner();
    // The compiler takes the text of a Throwable for each pattern of a record.
    boolean ofPattern =
        owner.isEquivalentTo(Throwable.class) && call.getTarget().getName().equals("toString");
    return WORDS.contains(call.getTarget().getName())
        && !ofPattern
        && EXCEPTION.matcher(owner.getName()).matches()
        && !owner.getPackageName().startsWith("kelvin");
  }

  private static String placeOf(JavaMethodCall call) {
    var place = call.getOriginOwner().getName().replaceFirst("\\$.*", "");
    return place + " " + call.getTargetOwner().getSimpleName();
  }

  /// Joined to a text, an exception begins with the name of its class.
  @Test
  void noExceptionIsJoinedToAText() throws IOException {
    try (var files = Files.walk(Path.of(System.getProperty("kelvin.home", ""), "src/main/java"))) {
      assertEquals(
          List.of(),
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(ForeignWordsTest::joins)
              .toList());
    }
  }

  private static Stream<String> joins(Path file) {
    var source = read(file);
    return CAUGHT
        .matcher(source)
        .results()
        .map(caught -> caught.group(1))
        .distinct()
        .filter(name -> !name.equals("_"))
        .map(
            name ->
                Pattern.compile(
                    "(\\+ %1$s|valueOf\\(%1$s)\\b(?![.(\\w])|\\b%1$s\\.toString\\("
                        .formatted(name)))
        .flatMap(join -> join.matcher(source).results())
        .map(join -> file.getFileName() + ": " + join.group());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
