package kelvin.workspace.token;

/// Identifies the model that the work was done with, so that it can be found and recognised.
///
/// @param folder the folder that it was opened from
/// @param bytes the size of its files
/// @param vocabulary the fingerprint of its tokens; models with the same one give ids the same
///     meaning
public record ModelReference(String name, String folder, long bytes, String vocabulary) {

  /// Returns whether an id means the same token in both models.
  public boolean sharesVocabulary(ModelReference another) {
    return vocabulary.equals(another.vocabulary);
  }

  /// Returns whether both are the same model, as far as can be told; the folder does not matter.
  public boolean isSameModel(ModelReference another) {
    return bytes == another.bytes && sharesVocabulary(another);
  }
}
