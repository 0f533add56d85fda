package kelvin.experiment.adapt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;

/// Measures the methods that change the prompt only, slice by slice.
final class PromptMethods {

  static final List<AdaptMethod> ALL =
      AdaptMethod.ALL.stream().filter(AdaptMethod::isByPrompt).toList();

  private final AdaptSetup setup;
  private final Board board;
  private final Deque<PromptRound> rounds;
  private boolean begun;

  PromptMethods(AdaptSetup setup, Board board) {
    this.setup = setup;
    this.board = board;
    rounds = new ArrayDeque<>(PromptRound.all(setup));
  }

  /// Runs the next slice.
  ///
  /// @return whether there is more to do
  /// @throws kelvin.inference.CancelledException when paused; the slice is then run again
  boolean step(LoadedModel loaded, Cancellation pause) {
    if (!begun) {
      begun = true;
      board.begin("prompts measured", setup.points(ALL));
    }
    var round = rounds.peek();
    if (round == null) {
      return false;
    }
    try {
      if (!round.step(loaded, board, pause)) {
        rounds.remove();
      }
    } catch (InferenceException e) {
      round.refuse(String.valueOf(e.getMessage()), board);
      rounds.remove();
    }
    return !rounds.isEmpty();
  }
}
