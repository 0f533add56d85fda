package kelvin.ui.session;

import java.nio.file.Path;
import java.time.Instant;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.ModelEvent;
import kelvin.engine.PredictionEngine;
import kelvin.inference.LoadedModel;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.generation.Step;
import kelvin.ui.playground.Notice;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.workspace.AutosaveFolder;

/// The window's view models with a test model, without a window and all on the thread of the test.
public final class SessionBench {

  public final FakeQuestions questions = new FakeQuestions();
  final FakePacer autosavePacer = new FakePacer();
  final FakeDisk disk = new FakeDisk();
  public final PlaygroundViewModel playground;
  final Autosaver autosaver;
  public final SessionViewModel session;
  private final FakeInferenceThread inferenceThread = new FakeInferenceThread();
  private final FakeInferenceThread fxEvents = new FakeInferenceThread();
  private final PredictionEngine engine;
  private Instant now = Instant.EPOCH;

  /// A window before its model opens.
  public SessionBench(Path autosaveFolder) {
    playground =
        new PlaygroundViewModel(new FakePacer(), Runnable::run, Runnable::run, Runnable::run);
    engine = new PredictionEngine(inferenceThread, playground::show);
    playground.setOnAsk(engine::predict);
    playground.setOnWork(engine::begin);
    playground.prompt().textProperty().set("Once");
    var sessions = new SessionDisk(disk, fxEvents);
    var folder = new AutosaveFolder(autosaveFolder);
    autosaver = new Autosaver(folder, sessions, autosavePacer, () -> now);
    session = new SessionViewModel(playground, sessions, autosaver, questions, () -> now);
    run();
  }

  /// A window with its model open.
  public static SessionBench withModel(Path autosaveFolder) {
    var bench = new SessionBench(autosaveFolder);
    bench.openModel(new FakeLanguageModel());
    return bench;
  }

  public void openModel(FakeLanguageModel model) {
    var tokenizer = FakeTokenizer.withStartToken();
    engine.use(new LoadedModel(model, tokenizer));
    playground.show(new ModelEvent.Opened(model.descriptor(), tokenizer.vocabulary()));
    run();
  }

  /// Runs everything that is pending.
  void run() {
    for (int i = 0; i < 4; i++) {
      inferenceThread.runAll();
      fxEvents.runAll();
    }
  }

  /// Runs the next action of the user as a separate step of the history.
  public void act(Runnable act) {
    act.run();
    run();
    now = now.plusSeconds(10);
  }

  public void type(String text) {
    act(() -> playground.prompt().textProperty().set(text));
  }

  void step() {
    act(() -> playground.generation().step());
  }

  public String text() {
    return playground.prompt().textProperty().get();
  }

  java.util.List<Integer> tokens() {
    return playground.generation().steps().stream().map(Step::tokenId).toList();
  }

  public String notice() {
    return playground.notices().noticeProperty().get().map(Notice::sentence).orElse("");
  }

  /// Presses the button of the message above the panels.
  void acceptNotice() {
    playground.notices().noticeProperty().get().orElseThrow().action().orElseThrow().run().run();
    run();
  }

  void dismissNotice() {
    var notice = playground.notices().noticeProperty().get().orElseThrow();
    playground.notices().dismiss();
    notice.onDismiss().run();
    run();
  }

  String title() {
    return session.titleProperty().get();
  }
}
