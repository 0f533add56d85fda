package kelvin.experiment.tuning.live;

/// Work on copies of a model that is in use, which ends when the model closes.
public interface TrainedBeside extends AutoCloseable {

  /// Ends the work and closes its copies. Waits for nobody; may be called from any thread.
  @Override
  void close();
}
