package kelvin.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import kelvin.app.system.LowPriority;
import kelvin.display.PlaySpeed;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.distribution.Logits;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.ModelEvent;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionRequest;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.text.Span;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.Plot;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.FrameTimes;
import kelvin.ui.fx.FxThread;
import kelvin.ui.fx.SoftwareRendering;
import kelvin.ui.generation.Playback;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.FakeQuestions;
import kelvin.ui.session.PromptHistoryViewModel;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.Commands;
import kelvin.ui.shell.Exports;
import kelvin.ui.shell.LabExports;
import kelvin.ui.shell.MainView;
import kelvin.ui.theme.Magnified;
import kelvin.ui.theme.ThemeStyle;
import kelvin.workspace.AutosaveFolder;

/// Measures the frames of the whole window while the temperature slider is dragged for ten
/// seconds, with all plots open and a large vocabulary. With the argument `play`, tokens are
/// played at the highest speed instead, behind 2,000 tokens on show. With `train`, the bundled
/// model is trained meanwhile on a thread of its own, as *Lab > Fine-tune* does it; with
/// `evaluate`, it is asked for the labels of reviews, as *Lab > Evaluate* does it.
///
/// With `quantum.multithreaded` off and `javafx.animation.fullspeed` on, the toolkit runs one
/// frame after another. So the time between frames covers evaluation, layout, painting and
/// software rendering together. The CPU time of the two threads involved gives the same numbers
/// without the influence of other processes.
public final class FrameBenchmark {

  private static final int VOCABULARY_SIZE = 151_936;
  private static final int WARM_UP_FRAMES = 1200;
  private static final int SHOWN_TOKENS = 2000;
  private static final double SECONDS = 10;
  private static final int MAX_FRAMES = 100_000;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private final FrameTimes frames = new FrameTimes(MAX_FRAMES);
  private final FrameTimes processor = new FrameTimes(MAX_FRAMES);
  private final FrameTimes evaluations = new FrameTimes(MAX_FRAMES);
  private final FrameTimes layouts = new FrameTimes(MAX_FRAMES);
  private final CountDownLatch done = new CountDownLatch(1);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long renderer;
  private long layoutBegan;

  /// The times of the first frame and of the first frame after the warm-up.
  private long started;

  private int warmUpFrames;
  private long last;
  private long lastProcessor;

  /// True if tokens are drawn instead of the slider dragged.
  private final boolean plays;

  /// The parts of the work beside it that are done: steps of a training, or 20 pairs each.
  private final AtomicInteger worked = new AtomicInteger();

  private int workedBefore;

  /// What is asked about the last token that was played.
  private Optional<PredictionRequest> asked = Optional.empty();

  /// The tokens of the longest context so far.
  private final List<ContextToken> tokens = new ArrayList<>();

  private FrameBenchmark(boolean plays) {
    this.plays = plays;
  }

  public static void main(String[] arguments) throws InterruptedException {
    var benchmark = new FrameBenchmark(List.of(arguments).contains("play"));
    Thread.setDefaultUncaughtExceptionHandler(
        (_, e) -> {
          e.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    SoftwareRendering.prepare();
    if (List.of(arguments).contains("train")) {
      benchmark.beside(
          () -> {
            LowPriority.take();
            TrainingMeasurements.trainOn(benchmark.worked::incrementAndGet);
          });
    }
    if (List.of(arguments).contains("evaluate")) {
      benchmark.beside(() -> EvaluationMeasurements.evaluateOn(benchmark.worked::incrementAndGet));
    }
    Platform.startup(benchmark::open);
    benchmark.done.await();
    benchmark.print();
    benchmark.background.shutdownNow();
    Platform.exit();
  }

  /// Work that goes on until the process ends.
  private interface Endless {
    void run() throws Exception;
  }

  private void beside(Endless work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception e) {
                throw new IllegalStateException("the work beside it ended", e);
              }
            },
            "kelvin-beside");
    thread.setDaemon(true);
    thread.start();
  }

  private void open() {
    var fxThread = new FxThread();
    var playground =
        new PlaygroundViewModel(new AnimationPacer(), background, background, fxThread);
    var logits = logits();
    playground.setOnAsk(
        request -> {
          // A token that is played is answered in the next frame, as by a model.
          if (playground.generation().playingProperty().get()) {
            asked = Optional.of(request);
          } else {
            playground.show(answer(request, logits));
          }
        });
    playground.prompt().textProperty().set("Once");
    var view = new MainView(playground, session(playground), Path.of("model"), new NoCommands());
    var scene = new Scene(new Magnified(view), 1280, 800);
    ThemeStyle.apply(Theme.LIGHT, scene);
    scene.addPreLayoutPulseListener(() -> layoutBegan = System.nanoTime());
    scene.addPostLayoutPulseListener(() -> add(layouts, System.nanoTime() - layoutBegan));
    renderer =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
            .findFirst()
            .orElseThrow()
            .threadId();
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    playground.show(new ModelEvent.Opened(descriptor(), vocabulary()));
    playground.watch().watch("t9");
    playground.sampling().topPProperty().set(0.9);
    playground.distribution().pin();
    for (var plot : Plot.values()) {
      playground.distribution().plots().show(plot, true);
    }
    if (plays) {
      for (int i = 0; i < SHOWN_TOKENS - WARM_UP_FRAMES; i++) {
        playground.generation().step();
      }
      playground.generation().playbackProperty().set(Playback.DEFAULT.withSpeed(PlaySpeed.FASTEST));
      playground.generation().play();
    }
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (!drag(playground, logits)) {
          stop();
          done.countDown();
        }
      }
    }.start();
  }

  private SessionViewModel session(PlaygroundViewModel playground) {
    var disk = new SessionDisk(background, new FxThread());
    var folder = new AutosaveFolder(Path.of("target", "autosave"));
    var autosaver = new Autosaver(folder, disk, new AnimationPacer(), Clock.systemUTC());
    return new SessionViewModel(
        playground, disk, autosaver, new FakeQuestions(), Clock.systemUTC());
  }

  /// Runs one frame with a different slider value, or with the answer to the last token.
  private boolean drag(PlaygroundViewModel playground, Logits logits) {
    long now = System.nanoTime();
    long nowProcessor = threads.getCurrentThreadCpuTime() + threads.getThreadCpuTime(renderer);
    if (warmUpFrames < WARM_UP_FRAMES) {
      warmUpFrames++;
      started = now;
      workedBefore = worked.get();
    } else {
      add(frames, now - last);
      add(processor, nowProcessor - lastProcessor);
    }
    last = now;
    lastProcessor = nowProcessor;
    if (plays) {
      playground.show(answer(asked.orElseThrow(), logits));
    } else {
      double swing = Math.sin(2 * Math.PI * now / 5e9);
      playground.sampling().temperatureProperty().set(Math.exp(0.9 * swing));
    }
    add(evaluations, System.nanoTime() - now);
    return now - started < SECONDS * 1e9;
  }

  private void add(FrameTimes times, long nanos) {
    if (warmUpFrames == WARM_UP_FRAMES) {
      times.add(nanos / NANOS_PER_MILLISECOND);
    }
  }

  private void print() {
    print("whole frame", frames);
    print("its processor time", processor);
    print("evaluation", evaluations);
    print("layout and painting", layouts);
    if (worked.get() > 0) {
      System.out.printf(
          Locale.ROOT, "%d steps or 20 pairs each meanwhile%n", worked.get() - workedBefore);
    }
  }

  private static void print(String what, FrameTimes times) {
    System.out.printf(
        Locale.ROOT,
        "%-20s %6d frames, median %6.2f ms, p90 %6.2f ms, p99 %6.2f ms, most %6.2f ms%n",
        what,
        times.count(),
        times.quantile(0.5),
        times.quantile(0.9),
        times.quantile(0.99),
        times.quantile(1));
  }

  private static Logits logits() {
    var random = new Random(42);
    var values = new float[VOCABULARY_SIZE];
    for (int id = 0; id < values.length; id++) {
      values[id] = (float) (2.5 * random.nextGaussian());
    }
    return Logits.owning(values);
  }

  private static Vocabulary vocabulary() {
    var pieces = new byte[VOCABULARY_SIZE][];
    for (int id = 0; id < pieces.length; id++) {
      pieces[id] = text(id).getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }

  private Prediction answer(PredictionRequest request, Logits logits) {
    var ids = request.generated();
    if (tokens.isEmpty()) {
      tokens.add(
          new ContextToken(
              0,
              1,
              "Once",
              "Once",
              false,
              Origin.PROMPT,
              Optional.of(new Span(0, 4)),
              Optional.empty()));
    }
    while (tokens.size() <= ids.size()) {
      int id = ids.get(tokens.size() - 1);
      var text = text(id);
      tokens.add(
          new ContextToken(
              tokens.size(),
              id,
              text,
              text,
              false,
              Origin.GENERATED,
              Optional.empty(),
              Optional.of(new TokenScore(-8, 100, 9))));
    }
    return new Prediction(request, tokens.subList(0, ids.size() + 1), ids.size(), logits, 0.001);
  }

  private static String text(int id) {
    return (id % 2 == 0 ? " t" : "t") + id;
  }

  private static ModelDescriptor descriptor() {
    return new ModelDescriptor(
        "a wide model",
        Path.of("model"),
        Optional.empty(),
        List.of(),
        "float32",
        1,
        List.of(),
        List.of(),
        CacheKind.NONE,
        VOCABULARY_SIZE,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        3,
        List.of());
  }

  /// The window's menus are not measured.
  private static final class NoCommands implements Commands {

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    @Override
    public ObjectProperty<Theme> themeProperty() {
      return theme;
    }

    @Override
    public DoubleProperty zoomProperty() {
      return new SimpleDoubleProperty(1);
    }

    @Override
    public void fillScreen(boolean wanted) {}

    @Override
    public void export(View view) {}

    @Override
    public void copyPicture(View view) {}

    @Override
    public void copyAs(CopyForm form) {}

    private static PlaygroundViewModel playground() {
      return new PlaygroundViewModel(
          new AnimationPacer(), Runnable::run, Runnable::run, Runnable::run);
    }

    @Override
    public PromptHistoryViewModel promptHistory() {
      var disk = new SessionDisk(Runnable::run, Runnable::run);
      return new PromptHistoryViewModel(
          playground(), disk, new AnimationPacer(), Clock.systemUTC());
    }

    @Override
    public void copyNumbers(View view) {}

    @Override
    public LabExports labExports() {
      return LabExports.of(new Exports(playground(), Runnable::run, Runnable::run).others(theme));
    }

    @Override
    public void showAbout() {}

    @Override
    public void quit() {}
  }
}
