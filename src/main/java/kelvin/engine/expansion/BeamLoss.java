package kelvin.engine.expansion;

import java.util.List;
import java.util.stream.Collectors;

/// A beam search beside the most probable leaves of an expansion of the same depth: what the beam
/// missed.
///
/// The expansion always grows its most probable beginning, so it finds the most probable leaves
/// first. If it ended by its budget, a leaf that it has not found can be more probable still: then
/// the beam missed at least this much.
///
/// @param best the probability of as many leaves as the beam has, the most probable that were found
/// @param missed those of them that the beam has not, by probability, descending
public record BeamLoss(Beam beam, double best, List<Leaf> missed) {

  public BeamLoss {
    missed = List.copyOf(missed);
  }

  /// @param found leaves by probability, descending; at least as many as the beam has, if there are
  ///     so many
  static BeamLoss of(Beam beam, List<Leaf> found) {
    var best = found.subList(0, Math.min(beam.leaves().size(), found.size()));
    var has = beam.leaves().stream().map(Leaf::ids).collect(Collectors.toSet());
    return new BeamLoss(
        beam,
        best.stream().mapToDouble(Leaf::probability).sum(),
        best.stream().filter(leaf -> !has.contains(leaf.ids())).toList());
  }
}
