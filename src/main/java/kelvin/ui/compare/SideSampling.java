package kelvin.ui.compare;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.distribution.SamplerChain;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.workspace.comparison.OwnSampling;

/// The sampling of a side: the playground's until the user changes it here.
final class SideSampling {

  private final PlaygroundSide playground;
  private final SamplingViewModel viewModel;
  private final BooleanProperty follows = new SimpleBooleanProperty(this, "follows", true);

  /// @param background runs what takes longer than a frame
  SideSampling(PlaygroundSide playground, Executor background, Executor fxThread) {
    this.playground = playground;
    viewModel = new SamplingViewModel(background, fxThread);
    viewModel.unitProperty().bind(playground.unit());
    playground.chain().chainProperty().subscribe(_ -> follow());
    follows.subscribe(_ -> follow());
    viewModel.chainProperty().subscribe((_, now) -> edited(now));
  }

  private void follow() {
    if (follows.get()) {
      viewModel
          .chain()
          .restore(playground.chain().engine(), playground.chain().chainProperty().get());
    }
  }

  private void edited(SamplerChain now) {
    if (!now.equals(playground.chain().chainProperty().get())) {
      follows.set(false);
    }
  }

  /// The stages, for editing.
  SamplingViewModel viewModel() {
    return viewModel;
  }

  SamplerChain chain() {
    return viewModel.chainProperty().get();
  }

  /// The sampling if it is the side's own; empty while it is the playground's.
  Optional<OwnSampling> own() {
    return follows.get()
        ? Optional.empty()
        : Optional.of(new OwnSampling(chain(), viewModel.chain().engine()));
  }

  void restore(Optional<OwnSampling> own) {
    own.ifPresentOrElse(
        now -> {
          follows.set(false);
          viewModel.chain().restore(now.preset(), now.chain());
        },
        () -> follows.set(true));
  }

  /// True while the sampling is the playground's.
  BooleanProperty followsProperty() {
    return follows;
  }
}
