package kelvin.engine;

import java.nio.file.Path;
import java.util.List;
import kelvin.inference.LoadPhase;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.chat.ChatTemplates;
import kelvin.text.Vocabulary;

/// An event of a model: while it opens, and while it is proved.
public sealed interface ModelEvent {

  /// Loading has started.
  record Loading(Path folder) implements ModelEvent {}

  /// Loading has reached a phase.
  record Progress(Path folder, LoadPhase phase) implements ModelEvent {}

  /// The user stopped the loading. The engine keeps the previous model.
  record Stopped(Path folder) implements ModelEvent {}

  /// The engine now uses this model.
  ///
  /// @param startTokens the ids that the tokenizer puts before every text
  /// @param chatTemplates those of its folder
  record Opened(
      ModelDescriptor descriptor,
      Vocabulary vocabulary,
      List<Integer> startTokens,
      ChatTemplates chatTemplates)
      implements ModelEvent {

    public Opened {
      startTokens = List.copyOf(startTokens);
    }

    /// A model whose tokenizer puts nothing before a text, and that is not made for chats.
    public Opened(ModelDescriptor descriptor, Vocabulary vocabulary) {
      this(descriptor, vocabulary, List.of(), ChatTemplates.none(descriptor.folder()));
    }
  }

  /// The proof at length of the open model goes on in the background.
  ///
  /// @param progress the share that is done, 0 to 1
  record Proving(double progress) implements ModelEvent {}

  /// The proof has ended: the open model gives the same logits in every way it was run, up to
  /// `provedLength` tokens.
  record Proved(ModelDescriptor descriptor) implements ModelEvent {}

  /// The proof found a fault of the open model, so the engine closed it.
  ///
  /// @param length the number of tokens at which the fault showed
  /// @param reopens whether it opens again now, in another way if there is one; otherwise `Failed`
  ///     follows with the reason. False while another model is loading
  record Distrusted(Path folder, int length, boolean reopens) implements ModelEvent {}

  /// The model cannot be used. The engine keeps the previous model.
  ///
  /// @param file the file at fault
  /// @param reason one sentence
  /// @param remedy one sentence: what the user can do
  /// @param details the words of the library that found the fault; may be empty
  record Failed(Path file, String reason, String remedy, String details) implements ModelEvent {

    /// A failure of which no library said more.
    public Failed(Path file, String reason, String remedy) {
      this(file, reason, remedy, "");
    }

    /// All of it for the user, without the words of a library.
    public String sentence() {
      return "Not opened: " + file + ": " + reason + " " + remedy;
    }
  }
}
