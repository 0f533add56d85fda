package kelvin.experiment.adapt;

import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;

/// Measures all wanted methods: first those of the prompt, slice by slice, which need the model's
/// runs; then heads and weights, which need copies of it, no two kinds of them open at once; then
/// votes, which need neither.
///
/// Use it from one thread at a time. A point that cannot be measured becomes a problem, and the
/// others go on.
public final class AdaptWork {

  private final AdaptSetup setup;
  private final Board board;
  private final PromptMethods prompts;

  /// @param model the model's name
  /// @param listener called on the thread that runs the work
  public AdaptWork(AdaptSetup setup, String model, AdaptListener listener) {
    this.setup = setup;
    board = new Board(setup, model, listener);
    prompts = new PromptMethods(setup, board);
  }

  /// Measures to the end on the caller's thread. A cancel ends it early and keeps the points that
  /// are whole.
  ///
  /// @throws CancelledException when cancelled before anything was measured
  public static Adaptation run(
      AdaptSetup setup, LoadedModel loaded, AdaptListener listener, Cancellation cancellation) {
    var work = new AdaptWork(setup, loaded.descriptor().name(), listener);
    try {
      boolean more = true;
      while (more) {
        cancellation.throwIfCancelled();
        more = work.ask(loaded, cancellation);
      }
      work.learn(loaded, cancellation);
    } catch (CancelledException e) {
      if (work.measured().points().isEmpty()) {
        throw e;
      }
    }
    return work.measured();
  }

  /// Runs the next slice of the methods that ask with a prompt.
  ///
  /// @param pause cancelled when something else needs the model; the slice is then run again
  /// @return whether there is more of them to do
  /// @throws CancelledException when paused
  public boolean ask(LoadedModel loaded, Cancellation pause) {
    return prompts.step(loaded, pause);
  }

  /// True if there is more to do after the methods that ask with a prompt.
  public boolean learns() {
    return setup.points(HeadMethod.ALL) + setup.points(TrainedMethods.ALL) + setup.points(Votes.ALL)
        > 0;
  }

  /// Measures the methods that need copies of the model, and closes these; then counts votes.
  ///
  /// @param loaded of which only the inside, the description and the tokenizer are used
  /// @throws CancelledException when cancelled; the points that are whole stay
  public void learn(LoadedModel loaded, Cancellation cancellation) {
    HeadMethod.run(setup, loaded, board, cancellation);
    TrainedMethods.run(setup, loaded, board, cancellation);
    Votes.run(setup, board);
  }

  /// Everything that was measured until now; partial before the last point.
  public Adaptation measured() {
    return board.adaptation();
  }
}
