package kelvin.workspace;

/// Identifies the model of a session: enough to find it and to recognise it.
///
/// @param folder where it was
/// @param bytes of its files
/// @param vocabulary fingerprint of its tokens: ids mean the same where it is the same
public record ModelReference(String name, String folder, long bytes, String vocabulary) {

  /// Whether ids of the one mean the same to the other.
  public boolean speaksLike(ModelReference another) {
    return vocabulary.equals(another.vocabulary);
  }

  /// Whether it is the same model as far as can be told, wherever it is.
  public boolean isSameModel(ModelReference another) {
    return bytes == another.bytes && speaksLike(another);
  }
}
