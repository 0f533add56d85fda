package kelvin.ui.playground;

import javafx.scene.layout.Region;
import kelvin.ui.control.LazyPane;
import kelvin.ui.distribution.DistributionView;
import kelvin.ui.label.LabelsView;
import kelvin.ui.label.LabelsViewModel;

/// The middle: the next token's distribution, and above it the labels while the prompt has some.
public final class Centre extends Region {

  private static final double GAP = 12;

  /// The labels scroll where they would need more than this share of the height.
  private static final double MOST = 0.46;

  /// The same while all normalisations are compared.
  private static final double MOST_COMPARING = 0.62;

  /// A row of bars with what is around it.
  private static final double LEAST_DISTRIBUTION = 196;

  private final LabelsViewModel viewModel;
  private final LazyPane<LabelsView> labels;
  private final DistributionView distribution;

  public Centre(PlaygroundViewModel playground, DistributionView distribution) {
    this.distribution = distribution;
    viewModel = playground.labels();
    labels = new LazyPane<>(viewModel.presentProperty(), () -> new LabelsView(viewModel));
    getChildren().addAll(labels, distribution);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = 0;
    if (labels.isManaged()) {
      boolean comparing = viewModel.comparingProperty().get();
      double most = (comparing ? MOST_COMPARING : MOST) * getHeight();
      most = Math.min(most, getHeight() - GAP - LEAST_DISTRIBUTION);
      double height = snapSizeY(Math.max(0, Math.min(labels.prefHeight(width), most)));
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
