package kelvin.ui.adapt.lab;

import kelvin.ui.lab.common.LabColumns;

/// Layout of the comparisons of the ways to adapt a model.
public final class AdaptView extends LabColumns {

  /// @param showPlayground goes to the page with the loaded prompt
  public AdaptView(AdaptViewModel adapt, AdaptExports exports, Runnable showPlayground) {
    super(
        new AdaptFormPane(adapt),
        new AdaptRunsPane(adapt),
        new AdaptResultPane(adapt, exports, showPlayground));
    setId("adapt");
  }
}
