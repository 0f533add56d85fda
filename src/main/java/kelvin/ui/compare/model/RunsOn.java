package kelvin.ui.compare.model;

import java.util.Optional;
import kelvin.engine.SlicedWork;
import kelvin.engine.beside.ModelBeside;

/// The model that a side runs on.
///
/// @param beside the model that is open beside the playground's; empty for the playground's
/// @param ready false while the side's model is not open
public record RunsOn(Optional<ModelBeside> beside, boolean ready) {

  /// The playground's model.
  public static final RunsOn PLAYING = new RunsOn(Optional.empty(), true);

  /// A model that is not open yet, or that could not be opened.
  public static final RunsOn NOTHING = new RunsOn(Optional.empty(), false);

  /// Work that runs this model.
  public SlicedWork carrying(SlicedWork work) {
    return beside.map(model -> model.carrying(work)).orElse(work);
  }
}
