package kelvin.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import kelvin.engine.CancellableWork;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.CopyMemory;
import kelvin.engine.inside.InsidePart;
import kelvin.engine.label.SweepEstimate;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.live.LiveTuning;
import kelvin.experiment.tuning.live.LiveWish;
import kelvin.experiment.tuning.live.TrainableOffer;
import kelvin.inference.LoadedModel;
import kelvin.text.Durations;

/// Estimates the memory and the time of the fine-tuning in the form, while it is shown. Some pairs
/// are asked about to measure the speed.
public final class TuningEstimate {

  /// The pairs that are asked about.
  private static final int PAIRS = 32;

  /// A step of training costs at least as much as three runs: forward, and twice that backwards.
  /// What changes the weights comes on top, and in a small model takes longer than all three.
  private static final int RUNS_OF_STEP = 3;

  private final TuningForm form;
  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final ObservableBooleanValue shown;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private final List<CancellableWork> asked = new ArrayList<>();

  /// Counts the questions, so that late answers are known.
  private int question;

  TuningEstimate(
      TuningForm form,
      Consumer<SlicedWork> engine,
      Executor fxThread,
      ObservableBooleanValue shown) {
    this.form = form;
    this.engine = engine;
    this.fxThread = fxThread;
    this.shown = shown;
    form.plannedProperty().subscribe(_ -> ask());
    shown.subscribe(_ -> ask());
  }

  /// Cancels the present estimate.
  void stop() {
    asked.forEach(CancellableWork::cancel);
    asked.clear();
    question++;
  }

  void ask() {
    stop();
    switch (form.plannedProperty().get()) {
      case TuningPlanned.Reading _ -> text.set("Reading the data …");
      case TuningPlanned.Refused _ -> text.set("");
      case TuningPlanned.Ready ready -> {
        text.set("Estimating memory and time …");
        if (shown.get()) {
          askMemory(ready.wish());
        }
      }
    }
  }

  private void askMemory(LiveWish wish) {
    int mine = question;
    begin(
        new TrainableOffer(
            model -> {
              var memory = memory(wish, model.loaded());
              tell(mine, () -> askTime(wish, memory));
            },
            reason -> tell(mine, () -> text.set(reason))));
  }

  private static String memory(LiveWish wish, LoadedModel loaded) {
    var features = CopyMemory.of(loaded, InsidePart.FEATURES);
    var memory =
        wish.depth() == Depth.HEAD
            ? features
            : new CopyMemory(LiveTuning.memory(loaded), features.free());
    return "Takes up to "
        + memory.words().replace("about ", "")
        + " of memory more"
        + (wish.depth() == Depth.HEAD ? "" : ", and what a batch needs")
        + "."
        + memory.warning();
  }

  private void askTime(LiveWish wish, String memory) {
    int mine = question;
    text.set(memory);
    var train = wish.data().train();
    var some = train.subList(0, Math.min(PAIRS, train.size()));
    begin(
        new SweepEstimate(
            _ -> wish.setup().questions(some),
            known ->
                tell(
                    mine,
                    () -> text.set(memory + " " + time(wish, known.secondsInAll() / some.size()))),
            reason -> tell(mine, () -> text.set(memory + " The time is not known. " + reason))));
  }

  private static String time(LiveWish wish, double pair) {
    int train = wish.data().train().size();
    int test = wish.data().test().size();
    double runs =
        wish.depth() == Depth.HEAD
            ? train + 2.0 * test
            : (double) RUNS_OF_STEP * wish.settings().epochs() * train + 2.0 * test;
    var words = Durations.words(runs * pair);
    return wish.depth() == Depth.HEAD
        ? "About " + words + "."
        : "At least " + words + " for all epochs; measured once it trains.";
  }

  private void begin(CancellableWork work) {
    asked.add(work);
    engine.accept(work);
  }

  private void tell(int of, Runnable news) {
    fxThread.execute(
        () -> {
          if (of == question) {
            news.run();
          }
        });
  }

  /// The cost in words; empty while nothing can be run.
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
