package kelvin.experiment.tuning.live;

import kelvin.experiment.tuning.TuningProgress;

/// Hears of a fine-tuning, on the thread that trains.
public interface LiveListener {

  /// Something else than steps goes on, such as computing features or judging.
  void working(TuningProgress progress);

  /// Steps were made, or the watched prompt was looked at again.
  void stepped(LiveState state);

  void ended(LiveOutcome outcome);

  /// It was cancelled before anything was learned.
  void cancelled();

  /// Nothing of it is kept, because something failed or the model closed.
  ///
  /// @param reason a sentence for the user
  void failed(String reason);
}
