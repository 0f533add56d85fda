package kelvin.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import kelvin.engine.ModelEvent.Failed;
import kelvin.inference.ModelLoadException;

/// Describes why a model could not be opened, and logs it.
public final class OpeningFailure {

  private static final Logger LOG = System.getLogger(OpeningFailure.class.getName());

  private OpeningFailure() {}

  /// @param place the folder or file that was to be opened
  public static Failed of(Path place, Throwable failure) {
    return switch (failure) {
      case ModelLoadException e -> {
        LOG.log(Level.INFO, "model not opened", e);
        yield new Failed(e.file(), e.reason(), e.remedy(), e.details());
      }
      case OutOfMemoryError e -> {
        LOG.log(Level.INFO, "model not opened", e);
        yield new Failed(place, "there is not enough memory to open it.", "Use a smaller model.");
      }
      default -> {
        LOG.log(Level.ERROR, "model not opened", failure);
        yield new Failed(
            place,
            "Kelvin has a defect and could not open it.",
            "Try another export of the model, and please report it with the file kelvin.log from"
                + " Kelvin's cache folder.");
      }
    };
  }
}
