package kelvin.ui.playground;

import javafx.scene.layout.Region;
import kelvin.ui.control.LazyPane;
import kelvin.ui.distribution.DistributionView;
import kelvin.ui.label.LabelsView;
import kelvin.ui.label.LabelsViewModel;

/// The middle panel: the distribution of the next token and, if the prompt has labels, the labels
/// above it.
public final class Centre extends Region {

  private static final double GAP = 12;

  /// The greatest share of the height for the labels; beyond it they scroll.
  private static final double MAX_LABELS = 0.46;

  /// The same share while all normalisations are compared.
  private static final double MAX_LABELS_COMPARING = 0.62;

  /// A row of bars with its surroundings.
  private static final double MIN_DISTRIBUTION = 196;

  private final LabelsViewModel viewModel;
  private final LazyPane<LabelsView> labels;
  private final DistributionView distribution;

  public Centre(PlaygroundViewModel playground, DistributionView distribution) {
    this.distribution = distribution;
    viewModel = playground.labels();
    labels = new LazyPane<>(viewModel.presentProperty(), () -> new LabelsView(viewModel));
    // Its size comes from this panel alone. So numbers that change in it lay out nothing around it.
    distribution.setManaged(false);
    getChildren().addAll(labels, distribution);
    // What the user adds to the distribution may need room that the labels have.
    playground.distribution().plots().shownProperty().subscribe(_ -> requestLayout());
    playground
        .distribution()
        .layers()
        .pictureProperty()
        .subscribe(
            (before, now) -> {
              if ((before == null) != (now == null)) {
                requestLayout();
              }
            });
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = 0;
    if (labels.isManaged()) {
      boolean comparing = viewModel.comparingProperty().get();
      double max = (comparing ? MAX_LABELS_COMPARING : MAX_LABELS) * getHeight();
      double least = Math.max(MIN_DISTRIBUTION, distribution.minHeight(width));
      max = Math.min(max, getHeight() - GAP - least);
      double height = snapSizeY(Math.max(0, Math.min(labels.prefHeight(width), max)));
      labels.resizeRelocate(0, 0, width, height);
      top = height + GAP;
    }
    distribution.resizeRelocate(0, top, width, Math.max(0, getHeight() - top));
  }

  @Override
  protected double computeMinWidth(double height) {
    return distribution.minWidth(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return distribution.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return distribution.prefHeight(width);
  }
}
