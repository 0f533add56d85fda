package kelvin.ui.lint;

import kelvin.prompt.lint.Finding;

/// A finding with the effect of its fix.
///
/// @param effect such as `P(positive) 0.03 → 0.61`; empty while it is not measured
/// @param canDrop whether examples can be dropped so that the prompt fits
public record LintItem(Finding finding, String effect, boolean canDrop) {

  LintItem withEffect(String measured) {
    return new LintItem(finding, measured, canDrop);
  }
}
