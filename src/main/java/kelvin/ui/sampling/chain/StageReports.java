package kelvin.ui.sampling.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.display.InformationUnit;
import kelvin.distribution.CutOutcome;
import kelvin.distribution.EditOutcome;
import kelvin.distribution.ScalingOutcome;
import kelvin.distribution.StageOutcome;
import kelvin.distribution.Survivors;
import kelvin.distribution.TruncatedDistribution;
import kelvin.distribution.Xtc;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.StageCurve;

/// Describes the effect of each stage in words and curves.
public final class StageReports {

  /// Reports on edits are kept: such a report needs a new ranking of the vocabulary, and no later
  /// slider changes it.
  private Map<EditOutcome, StageReport> edits = Map.of();

  private InformationUnit unit = InformationUnit.BITS;

  /// One report for each stage that is on, in order.
  ///
  /// @param in the unit of entropies
  public List<StageReport> of(TruncatedDistribution distribution, InformationUnit in) {
    if (distribution.logits().top().isPresent()) {
      return unknown(distribution);
    }
    if (in != unit) {
      unit = in;
      edits = Map.of();
    }
    var known = edits;
    var kept = new HashMap<EditOutcome, StageReport>();
    var reports =
        distribution.outcomes().stream()
            .map(
                outcome ->
                    switch (outcome) {
                      case EditOutcome edit -> {
                        var report = known.get(edit);
                        kept.put(edit, report == null ? report(edit) : report);
                        yield kept.getOrDefault(edit, report);
                      }
                      case CutOutcome cut -> report(cut, cut.before(), cut.after());
                      case ScalingOutcome scaling ->
                          report(scaling, scaling.before(), scaling.after());
                    })
            .toList();
    edits = kept;
    return reports;
  }

  /// Each number of a report is a sum over all tokens.
  private static List<StageReport> unknown(TruncatedDistribution distribution) {
    return distribution.outcomes().stream()
        .map(
            outcome ->
                new StageReport(
                    outcome.stage().kind(),
                    "",
                    "Its effect is not known: not all tokens are listed.",
                    false,
                    StageCurve.EMPTY))
        .toList();
  }

  private StageReport report(StageOutcome outcome, Survivors before, Survivors after) {
    boolean removes = outcome.removedCount() > 0;
    boolean changes = removes || before.temperature() != after.temperature();
    return new StageReport(
        outcome.stage().kind(),
        line(
            outcome.keptBefore(),
            outcome.keptAfter(),
            outcome.removedMass(),
            outcome.entropyBefore(),
            outcome.entropyAfter()),
        remark(outcome),
        changes,
        StageCurve.of(before.first(), before.last(), before::probability, after::probability));
  }

  private StageReport report(EditOutcome edit) {
    var before = edit.before();
    var after = edit.after();
    var ranked = before.logits();
    return new StageReport(
        edit.stage().kind(),
        line(
            ranked.finiteCount(),
            after.logits().finiteCount(),
            edit.removedMass(before),
            before.entropy(),
            after.entropy()),
        edit.keptFallback() ? "It forbids every token, so the top one stays." : changed(edit),
        edit.changedCount() > 0,
        StageCurve.of(
            1,
            ranked.finiteCount(),
            before::probability,
            rank -> after.probabilityOfToken(ranked.tokenAtRank(rank))));
  }

  private static String changed(EditOutcome edit) {
    int count = edit.changedCount();
    return count == 0
        ? "It changes no logit here."
        : "It changes " + Numbers.count(count) + (count == 1 ? " logit." : " logits.");
  }

  private static String remark(StageOutcome outcome) {
    if (outcome.keptFallback()) {
      return "No token meets it, so the top one stays.";
    }
    if (outcome instanceof CutOutcome cut && cut.stage() instanceof Xtc xtc) {
      return xtc.acts(cut.step()) ? "Chance lets it act in this step." : "Not in this step.";
    }
    if (outcome instanceof CutOutcome && outcome.removedCount() == 0) {
      return "It removes nothing here.";
    }
    return "";
  }

  private String line(
      int before, int after, double removedMass, double entropyBefore, double entropyAfter) {
    var counts =
        before == after
            ? Numbers.tokens(after)
            : "Kept " + Numbers.count(after) + " of " + Numbers.count(before);
    var mass = removedMass > 0 ? "; removed " + Numbers.percent(removedMass) + " %" : "";
    return counts
        + mass
        + "; entropy "
        + Numbers.threeDigits(unit.of(entropyBefore))
        + " → "
        + Numbers.information(entropyAfter, unit);
  }
}
