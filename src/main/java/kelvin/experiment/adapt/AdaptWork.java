package kelvin.experiment.adapt;

import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;

/// Measures all wanted methods on the caller's thread: first those of the prompt, then heads, then
/// weights, so that no two further copies of the model are open at once.
public final class AdaptWork {

  private AdaptWork() {}

  /// Measures to the end. A cancel ends it early and keeps the points that are whole. A point that
  /// cannot be measured becomes a problem, and the others go on.
  ///
  /// @throws CancelledException when cancelled before anything was measured
  public static Adaptation run(
      AdaptSetup setup, LoadedModel loaded, AdaptListener listener, Cancellation cancellation) {
    long begin = System.nanoTime();
    var board = new Board(listener);
    boolean partial = false;
    try {
      new PromptMethods(setup, loaded, board, cancellation).run();
      HeadMethod.run(setup, loaded, board, cancellation);
      TrainedMethods.run(setup, loaded, board, cancellation);
    } catch (CancelledException e) {
      if (board.points().isEmpty()) {
        throw e;
      }
      partial = true;
    }
    var facts =
        new Adaptation.Facts(
            loaded.descriptor().name(),
            setup.data().name(),
            setup.plan().prompt().task(),
            setup.data().test().size(),
            setup.seed(),
            setup.extent().seeds(),
            setup.training().depth().label(),
            setup.points(),
            partial,
            (System.nanoTime() - begin) / 1e9);
    return new Adaptation(facts, board.points(), board.problems());
  }
}
