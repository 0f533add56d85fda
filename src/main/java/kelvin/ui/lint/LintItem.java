package kelvin.ui.lint;

import kelvin.prompt.lint.Finding;

/// A finding with the effect of its fix.
///
/// @param effect such as `P(positive) 3.00 % → 61.00 %`; empty while it is not measured
/// @param wrong whether the model shows that the fix should not be applied to this prompt
/// @param canDrop whether examples can be dropped so that the prompt fits
public record LintItem(Finding finding, String effect, boolean wrong, boolean canDrop) {

  LintItem withEffect(String measured, boolean isWrong) {
    return new LintItem(finding, measured, isWrong, canDrop);
  }
}
