package kelvin.ui.distribution;

import javafx.scene.layout.Region;
import kelvin.ui.answer.WholeAnswersView;

/// The plots of the distribution and the answers, each alone, for a place that has more room than
/// the panel.
public final class LargePlots {

  private LargePlots() {}

  /// The bars with their scroll bar.
  public static Region bars(DistributionViewModel viewModel) {
    return named(new BarsPane(viewModel), "large-bars");
  }

  /// The cumulative curve.
  public static Region curve(DistributionViewModel viewModel) {
    return named(PlotsView.curve(viewModel), "large-curve");
  }

  /// The temperature film, or the reason why there is none.
  public static Region film(DistributionViewModel viewModel) {
    return PlotsView.withMessage(
        named(PlotsView.film(viewModel), "large-film"),
        "large-film-message",
        viewModel.film().messageProperty());
  }

  /// The layer film, with a line that says at which layer the bars are.
  public static Region layers(DistributionViewModel viewModel) {
    return named(PlotsView.layers(viewModel), "large-layers");
  }

  /// The whole answers.
  public static Region answers(DistributionViewModel viewModel) {
    return named(
        new WholeAnswersView(viewModel.answers(), viewModel.scaleProperty()), "large-answers");
  }

  private static Region named(Region plot, String id) {
    plot.setId(id);
    return plot;
  }
}
