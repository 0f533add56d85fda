package kelvin.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.app.AppAccess;
import kelvin.cli.KelvinCli;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.StandardStreams;
import kelvin.experiment.LentModel;
import kelvin.inference.Cancellation;
import kelvin.opening.ModelOpener;

/// Evaluates on the bundled model, to see what becomes of the frames meanwhile.
final class EvaluationMeasurements {

  private EvaluationMeasurements() {}

  /// Evaluates until the process ends, one passage after the other, with as many threads of the
  /// runtime as the window uses.
  ///
  /// @param done hears of each 20 pairs
  static void evaluateOn(Runnable done) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    var opener = ModelOpener.withoutTrial(threads, Files.createTempDirectory("kelvin-frames"));
    try (var model = opener.load(AppAccess.bundledModel(), new Cancellation())) {
      var environment =
          new CliEnvironment(
              (_, _) -> LentModel.of(model),
              AppAccess.bundledModel(),
              () -> {
                throw new AssertionError("nobody draws");
              },
              StandardStreams.of(
                  new ByteArrayInputStream(new byte[0]),
                  OutputStream.nullOutputStream(),
                  System.err,
                  UTF_8),
              new Cancellation());
      var program = new KelvinCli(environment, _ -> Path.of(""));
      while (program.run("evaluate", "reviews", "--shots", "8", "--limit", "20", "--json")
          == ExitCode.DONE) {
        done.run();
      }
    }
    throw new IllegalStateException("the evaluation ended");
  }
}
