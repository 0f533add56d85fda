package kelvin.ui.lab;

import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.SweepTable;
import kelvin.ui.figure.NumberTable;

/// Makes a table of the sweep's points to save or copy.
final class SweepNumbers {

  private SweepNumbers() {}

  static NumberTable table(SweepResult result) {
    return new NumberTable(SweepTable.COLUMNS, () -> SweepTable.rows(result));
  }
}
