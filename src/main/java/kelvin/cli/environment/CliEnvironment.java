package kelvin.cli.environment;

import java.nio.file.Path;
import java.util.function.Supplier;
import kelvin.hub.HubException;
import kelvin.hub.transfer.HubOpener;
import kelvin.hub.transfer.TransferSetup;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelLoader;

/// The services that commands use.
///
/// @param bundledModel the folder that `--model` defaults to
/// @param figures asked only by `render`: whatever draws may be slow to load
/// @param hub asked only by `models`
/// @param cancellation ends the command that runs
public record CliEnvironment(
    ModelLoader models,
    Path bundledModel,
    Supplier<FigureRenderer> figures,
    HubOpener hub,
    StandardStreams streams,
    Cancellation cancellation) {

  /// An environment without a hub.
  public CliEnvironment(
      ModelLoader models,
      Path bundledModel,
      Supplier<FigureRenderer> figures,
      StandardStreams streams,
      Cancellation cancellation) {
    this(models, bundledModel, figures, CliEnvironment::noHub, streams, cancellation);
  }

  private static TransferSetup noHub() throws HubException {
    throw HubException.lasting("There is no hub here.", "Give a folder.");
  }
}
