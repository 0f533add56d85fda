package kelvin.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import kelvin.app.system.LowPriority;
import kelvin.display.PlaySpeed;
import kelvin.display.Theme;
import kelvin.engine.PredictionRequest;
import kelvin.ui.distribution.Plot;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.FrameTimes;
import kelvin.ui.fx.FxThread;
import kelvin.ui.fx.SoftwareRendering;
import kelvin.ui.generation.Playback;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.FakeQuestions;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
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

  private final MadeUpModel model = new MadeUpModel();

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
    playground.setOnAsk(
        request -> {
          // A token that is played is answered in the next frame, as by a model.
          if (playground.generation().playingProperty().get()) {
            asked = Optional.of(request);
          } else {
            playground.show(model.answer(request));
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
    playground.show(model.opened());
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
        if (!drag(playground)) {
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
  private boolean drag(PlaygroundViewModel playground) {
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
      playground.show(model.answer(asked.orElseThrow()));
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
}
