package kelvin.ui.lab;

import kelvin.ui.lab.common.LabColumns;

/// Layout of the sweeps.
public final class SweepsView extends LabColumns {

  /// @param showPlayground goes to the page with the restored prompt
  public SweepsView(LabViewModel lab, SweepExports exports, Runnable showPlayground) {
    super(new SetupPane(lab), new ResultsPane(lab), new ResultPane(lab, exports, showPlayground));
  }
}
