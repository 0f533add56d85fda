package kelvin.engine;

import java.nio.file.Path;
import kelvin.inference.LoadPhase;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Vocabulary;

/// What happens while a model opens.
public sealed interface ModelEvent {

  /// It has begun.
  record Loading(Path folder) implements ModelEvent {}

  /// It has come this far.
  record Progress(Path folder, LoadPhase phase) implements ModelEvent {}

  /// The user stopped it; the engine answers with the model before.
  record Stopped(Path folder) implements ModelEvent {}

  /// The engine now answers with this model.
  record Opened(ModelDescriptor descriptor, Vocabulary vocabulary) implements ModelEvent {}

  /// It cannot be used; the engine answers with the one before.
  ///
  /// @param file at fault
  /// @param reason one sentence
  /// @param remedy one sentence: what the user can do
  record Failed(Path file, String reason, String remedy) implements ModelEvent {}
}
