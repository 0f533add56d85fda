package kelvin.experiment.tuning.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kelvin.inference.LoadedModel;
import kelvin.inference.OpenedBeside;

/// A model that is in use, as other threads may train copies of it: its files and its tokenizer,
/// not its runs. When the model closes, all trainings of it end.
public final class Trainable implements OpenedBeside.Part {

  private final LoadedModel loaded;

  /// Guarded by this.
  private final Set<TrainedBeside> trainings = new HashSet<>();

  /// Guarded by this.
  private boolean closed;

  private Trainable(LoadedModel loaded) {
    this.loaded =
        new LoadedModel(loaded.model(), new GuardedTokenizer(loaded.tokenizer()), loaded.beside());
  }

  /// That of a model, always the same one. Call it on the thread that runs the model.
  public static Trainable of(LoadedModel loaded) {
    return loaded.beside().part(Trainable.class, () -> new Trainable(loaded));
  }

  /// The model, of which only the inside, the description and the tokenizer may be used.
  public LoadedModel loaded() {
    return loaded;
  }

  /// Adds work that ends with the model; work that comes too late ends at once.
  public void add(TrainedBeside training) {
    boolean isLate;
    synchronized (this) {
      trainings.add(training);
      isLate = closed;
    }
    if (isLate) {
      training.close();
    }
  }

  /// Takes work that is over away.
  public synchronized void remove(TrainedBeside training) {
    trainings.remove(training);
  }

  /// Ends all trainings, and waits for none.
  @Override
  public void close() {
    List<TrainedBeside> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(trainings);
    }
    loaded.tokenizer().close();
    all.forEach(TrainedBeside::close);
  }
}
