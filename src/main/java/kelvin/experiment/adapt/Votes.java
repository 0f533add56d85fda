package kelvin.experiment.adapt;

import java.util.List;
import kelvin.experiment.adapt.AdaptSetup.Draw;

/// Lets the methods that were measured with the same examples vote: the mean of their shares
/// decides, so that a sure method counts more. Runs no model.
final class Votes {

  /// The fewest methods that a vote joins.
  static final int FEWEST = 2;

  static final List<AdaptMethod> ALL = List.of(AdaptMethod.VOTE);

  private Votes() {}

  /// Counts the votes after the other methods are measured.
  static void run(AdaptSetup setup, Board board) {
    var draws =
        setup.draws().stream().filter(draw -> setup.measures(AdaptMethod.VOTE, draw)).toList();
    if (!draws.isEmpty()) {
      board.begin("votes counted", draws.size());
      draws.forEach(draw -> count(draw, board));
    }
  }

  private static void count(Draw draw, Board board) {
    var members = board.measuredWith(draw);
    if (members.size() < FEWEST) {
      board.refuse(
          AdaptMethod.VOTE, draw, "A vote needs two other methods that are measured with these.");
      return;
    }
    var costs =
        new AdaptPoint.Costs(
            members.stream().mapToDouble(each -> each.point().costs().adaptSeconds()).sum(),
            members.stream().mapToDouble(each -> each.point().costs().answerSeconds()).sum(),
            members.stream().mapToLong(each -> each.point().costs().bytes()).sum());
    board.put(
        AdaptMethod.VOTE,
        draw,
        Ensembles.mean(members.stream().map(Board.Measured::evaluation).toList()),
        costs,
        members.getFirst().point().made().prompt());
  }
}
