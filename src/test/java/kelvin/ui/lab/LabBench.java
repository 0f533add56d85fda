package kelvin.ui.lab;

import java.time.Instant;
import kelvin.display.InformationUnit;
import kelvin.display.ProbabilityScale;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LoadedModel;
import kelvin.prompt.sweep.SweepKind;

/// A lab on a fake model that does everything on the test's thread.
final class LabBench {

  static final SweepLook SHARES = new SweepLook(ProbabilityScale.SHARE, InformationUnit.BITS);

  final FakePlayground playground = new FakePlayground();
  final FakeLanguageModel model = new FakeLanguageModel();
  final FakeInferenceThread thread = new FakeInferenceThread();
  final LabViewModel lab;
  private Instant now = Instant.EPOCH;

  LabBench() {
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(new LoadedModel(model, FakeTokenizer.withStartToken()));
    lab = new LabViewModel(playground, engine::begin, Runnable::run, () -> now);
    lab.setModel("fake");
    lab.shownProperty().set(true);
    lab.form().answerProperty().set("p");
    lab.form().labelsProperty().set("p, q");
    thread.runAll();
  }

  /// Runs a sweep to its end.
  LabResult run(SweepKind kind) {
    now = now.plusSeconds(60);
    lab.form().kindProperty().set(kind);
    if (kind == SweepKind.TEMPLATE) {
      // The fake model's context is too short for three examples in the longest layout.
      lab.form().shotsProperty().set("1");
    }
    lab.start();
    thread.runAll();
    var shown = lab.selectedProperty().get();
    if (shown == null) {
      throw new AssertionError("no sweep: " + lab.problemProperty().get());
    }
    return shown;
  }
}
