package kelvin.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.FigureRenderer;
import kelvin.cli.environment.MapOfTokens;
import kelvin.cli.environment.Output;
import kelvin.cli.environment.StandardStreams;
import kelvin.display.EvaluationPlot;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.inference.Cancellation;
import kelvin.inference.IdsOnly;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoader;
import kelvin.prompt.sweep.SweepResult;

/// One run of the command line in this process, on fakes unless told otherwise.
public final class CliRun {

  /// The exit code and the output of a run.
  public record Outcome(int code, String out, String err) {

    public JsonObject json() {
      return JsonParser.parseString(out).getAsJsonObject();
    }
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Cancellation cancellation = new Cancellation();
  private ModelLoader models = (_, _) -> model(List.of(0), () -> {}, 0);
  private Supplier<FigureRenderer> figures =
      () -> {
        throw new AssertionError("nobody draws");
      };
  private byte[] input = new byte[0];
  private OutputStream standardOutput = out;
  private boolean terminal;
  private final List<Throwable> logged = new ArrayList<>();

  public static Outcome of(String... arguments) {
    return new CliRun().run(arguments);
  }

  public static LoadedModel model(
      List<Integer> startTokens, Runnable beforeRun, float logitOfIdOne) {
    return new LoadedModel(
        new FakeLanguageModel(beforeRun, logitOfIdOne), new FakeTokenizer(startTokens));
  }

  /// A model whose folder has no tokenizer.
  static LoadedModel withoutTokenizer() {
    var fake = new FakeLanguageModel(() -> {}, 0);
    return new LoadedModel(fake, new IdsOnly(fake.descriptor().logitCount()));
  }

  public CliRun models(ModelLoader loader) {
    models = loader;
    return this;
  }

  /// The model finds every label impossible.
  public CliRun withImpossibleLabels() {
    return models((_, _) -> new LoadedModel(new ImpossibleLabels(), new FakeTokenizer(List.of(0))));
  }

  /// Cancels when the model begins its run of this number, counted from 1.
  public CliRun cancelledInRun(int number) {
    var runs = new AtomicInteger();
    Runnable beforeRun =
        () -> {
          if (runs.incrementAndGet() == number) {
            cancellation.cancel();
          }
        };
    return models((_, _) -> model(List.of(0), beforeRun, 0));
  }

  CliRun figures(FigureSink sink) {
    return figures(
        new FigureRenderer() {
          @Override
          public void render(Figure figure, Path file) throws IOException {
            sink.take(figure, file);
          }

          @Override
          public void render(MapOfTokens map, Figure.Look look, Path file) {
            throw new AssertionError("nobody draws maps");
          }

          @Override
          public void render(Adaptation adaptation, Figure.Look look, Path file) {
            throw new AssertionError("nobody draws comparisons");
          }

          @Override
          public void render(SweepResult sweep, Figure.Look look, Path file) {
            throw new AssertionError("nobody draws sweeps");
          }

          @Override
          public void render(
              Evaluation evaluation, EvaluationPlot plots, Figure.Look look, Path file) {
            throw new AssertionError("nobody draws evaluations");
          }
        });
  }

  public CliRun figures(FigureRenderer renderer) {
    figures = () -> renderer;
    return this;
  }

  /// Takes figures of prompts.
  interface FigureSink {
    void take(Figure figure, Path file) throws IOException;
  }

  CliRun input(byte[] bytes) {
    input = bytes.clone();
    return this;
  }

  CliRun output(OutputStream stream) {
    standardOutput = stream;
    return this;
  }

  /// Writes to a terminal, with standard output and with standard error.
  CliRun onTerminal() {
    terminal = true;
    return this;
  }

  private Path keep(Throwable failure) {
    logged.add(failure);
    return Path.of("fake.log");
  }

  /// The failures that were logged.
  List<Throwable> logged() {
    return logged;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  public Outcome run(String... arguments) {
    var streams =
        StandardStreams.of(
            new ByteArrayInputStream(input),
            new Output(standardOutput, StandardCharsets.UTF_8, terminal),
            new Output(err, StandardCharsets.UTF_8, terminal));
    var environment =
        new CliEnvironment(models, Path.of("fake-model"), figures, streams, cancellation);
    int code = new KelvinCli(environment, this::keep).run(arguments);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
