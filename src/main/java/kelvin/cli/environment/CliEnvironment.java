package kelvin.cli.environment;

import java.nio.file.Path;
import java.util.function.Supplier;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelLoader;

/// The services that commands use.
///
/// @param bundledModel the folder that `--model` defaults to
/// @param figures asked only by `render`: whatever draws may be slow to load
/// @param cancellation ends the command that runs
public record CliEnvironment(
    ModelLoader models,
    Path bundledModel,
    Supplier<FigureRenderer> figures,
    StandardStreams streams,
    Cancellation cancellation) {}
