package kelvin.workspace.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.distribution.DrawMode;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.text.Reason;
import kelvin.text.TokenFingerprint;
import kelvin.workspace.LabelSettings;
import kelvin.workspace.PromptSettings;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.Session;
import kelvin.workspace.ViewSettings;
import kelvin.workspace.Work;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;
import kelvin.workspace.trace.TraceFile;

/// The content of a trace as work: its prompt, its settings and its text, with the last token
/// selected.
public final class RecordedWork {

  private RecordedWork() {}

  /// @param empty the session of an empty window, for what a trace does not say
  /// @throws WorkspaceException if the file is no complete trace
  public static Session read(Path file, Session empty) throws WorkspaceException {
    try (var trace = TraceFile.open(file)) {
      if (trace.count() == 0) {
        throw new WorkspaceException(
            file, "the record has no step.", "Record a text of one token or more.");
      }
      var model = reference(file, trace);
      return new Session(
          work(trace, empty.work(), model),
          List.of(),
          List.of(),
          view(trace, empty.viewSettings()),
          Optional.of(model),
          Map.of());
    } catch (IOException e) {
      throw new WorkspaceException(
          file, "reading it fails: " + Reason.of(e) + ".", "Check the disk.", e);
    }
  }

  private static ModelReference reference(Path file, TraceFile trace) throws IOException {
    return new ModelReference(
        trace.header().model() + " (record)",
        file.toAbsolutePath().normalize().toString(),
        Files.size(file),
        TokenFingerprint.of(trace.vocabulary()));
  }

  private static Work work(TraceFile trace, Work empty, ModelReference model)
      throws WorkspaceException {
    var settings = trace.header().settings();
    return new Work(
        new PromptSettings(
            Composition.TEXT,
            RecordOpening.text(trace).prompt(),
            empty.prompt().zeroShot(),
            empty.prompt().fewShot(),
            StartToken.AUTO),
        LabelSettings.NONE,
        new SamplingSettings(
            settings.sampling(), empty.sampling().preset(), settings.seed(), settings.mode()),
        new Continuation(Optional.of(model), tokens(trace)),
        empty.task(),
        Comparison.NONE);
  }

  private static List<GeneratedToken> tokens(TraceFile trace) throws WorkspaceException {
    var tokens = new ArrayList<GeneratedToken>(trace.count());
    int context = trace.header().context().size();
    for (int number = 0; number < trace.count(); number++) {
      var step = trace.step(number);
      tokens.add(
          new GeneratedToken(
              step,
              trace.vocabulary().visibleText(step.id()),
              context + number,
              TokenScore.of(trace.logits(number).toArray(), step.id()),
              isForced(step, trace)));
    }
    return tokens;
  }

  /// True if the settings did not draw the token, so that no random number belongs to it.
  private static boolean isForced(GeneratedStep step, TraceFile trace) {
    return Double.isNaN(step.u()) && trace.header().settings().mode() == DrawMode.INVERSE_CDF;
  }

  private static ViewSettings view(TraceFile trace, ViewSettings empty) {
    return new ViewSettings(
        OptionalInt.of(trace.header().context().size() + trace.count() - 1),
        empty.barScale(),
        empty.shading(),
        empty.probabilities(),
        List.of());
  }
}
