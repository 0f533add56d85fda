package kelvin.cli.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.cli.environment.FileProblem;
import kelvin.engine.Context;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.certificate.CertificateMaker;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.trace.TraceFile;
import kelvin.workspace.trace.TraceHeader;
import kelvin.workspace.trace.TraceWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--certificate` and `--trace`: the records that are written beside a generated text.
public final class RecordOptions {

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "Also write all that the text came from, for kelvin verify and kelvin replay; replaced if"
              + " it exists.")
  private @Nullable Path certificate;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Also write all logits of each step, in half precision, for kelvin next --trace, which"
              + " needs no model then; replaced if it exists. A step takes up to 2 bytes for each"
              + " token of the vocabulary.")
  private @Nullable Path trace;

  /// A text that is about to be generated.
  ///
  /// @param program that generates it, such as `kelvin 1.2.0 (commit abcdef)`
  /// @param prompt its text; empty if it was given as token ids
  /// @param context the tokens before the text
  public record Subject(
      String program,
      LoadedModel loaded,
      Optional<Certificate.PromptText> prompt,
      Context context,
      Generation.Settings settings) {}

  /// Generates the text and writes the records that are asked for, also of a text that was
  /// cancelled.
  ///
  /// @param listener called with each step as it happens
  /// @throws FileProblem if a record cannot be written
  /// @throws InferenceException if a record is wanted of a model that does not tell all logits
  public Generation.Result run(
      Subject subject, Consumer<GeneratedStep> listener, Cancellation cancellation) {
    if ((certificate != null || trace != null) && subject.loaded().model().topRuns().isPresent()) {
      throw new InferenceException(
          "A record is about the logits of all tokens, which the server of this model does not"
              + " give: leave out --certificate and --trace.");
    }
    var maker = new CertificateMaker();
    Consumer<Generation.Moment> told =
        moment -> {
          listener.accept(moment.step());
          if (certificate != null) {
            maker.accept(moment);
          }
        };
    var result =
        trace == null
            ? generate(subject, told, cancellation)
            : traced(trace, subject, told, cancellation);
    if (certificate != null) {
      CertificateOutput.write(
          certificate,
          maker.make(
              Certificate.Maker.here(subject.program()),
              subject.loaded(),
              subject.prompt(),
              subject.context().ids(),
              subject.settings(),
              result));
    }
    return result;
  }

  private static Generation.Result generate(
      Subject subject, Consumer<Generation.Moment> listener, Cancellation cancellation) {
    return new Generation(subject.loaded().model(), subject.settings())
        .run(subject.context().toArray(), List.of(), listener, cancellation);
  }

  private static Generation.Result traced(
      Path file, Subject subject, Consumer<Generation.Moment> listener, Cancellation cancellation) {
    var descriptor = subject.loaded().model().descriptor();
    var header =
        new TraceHeader(
            Certificate.Maker.here(subject.program()),
            descriptor.name(),
            subject.prompt(),
            subject.context().ids(),
            subject.settings(),
            descriptor.logitCount());
    var results = new ArrayList<Generation.Result>(1);
    try {
      TraceFile.write(
          file,
          header,
          subject.loaded().tokenizer().vocabulary(),
          writer -> {
            var both = listener.andThen(moment -> add(writer, moment));
            try {
              results.add(generate(subject, both, cancellation));
            } catch (UncheckedIOException e) {
              throw e.getCause();
            }
            return results.getFirst().stop();
          });
    } catch (WorkspaceException e) {
      throw new FileProblem(file.toString(), e);
    }
    return results.getFirst();
  }

  private static void add(TraceWriter writer, Generation.Moment moment) {
    try {
      writer.add(moment.step(), moment.logits());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
