package kelvin.workspace.token;

import java.util.Optional;

/// Identifies the model that the work was done with, so that it can be found and recognised.
///
/// @param folder the folder that it was opened from
/// @param bytes the size of its files
/// @param vocabulary the fingerprint of its tokens; models with the same one give ids the same
///     meaning
/// @param server where it ran; empty for a model that ran here
public record ModelReference(
    String name, String folder, long bytes, String vocabulary, Optional<Server> server) {

  /// A server of models. Keys are never known here.
  ///
  /// @param address of the model on it
  /// @param tokenizer the folder with its tokenizer
  public record Server(String address, String tokenizer) {}

  /// A model that ran here.
  public ModelReference(String name, String folder, long bytes, String vocabulary) {
    this(name, folder, bytes, vocabulary, Optional.empty());
  }

  /// Returns whether an id means the same token in both models.
  public boolean sharesVocabulary(ModelReference another) {
    return vocabulary.equals(another.vocabulary);
  }

  /// Returns whether both are the same model, as far as can be told; the folder does not matter.
  public boolean isSameModel(ModelReference another) {
    return bytes == another.bytes
        && sharesVocabulary(another)
        && address().equals(another.address());
  }

  /// Servers tell no sizes, so their models are told apart by their addresses.
  private Optional<String> address() {
    return server.map(Server::address);
  }
}
