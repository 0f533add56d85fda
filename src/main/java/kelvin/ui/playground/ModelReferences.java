package kelvin.ui.playground;

import kelvin.inference.ModelDescriptor;
import kelvin.inference.server.ServerPlace;
import kelvin.text.TokenFingerprint;
import kelvin.text.Vocabulary;
import kelvin.workspace.token.ModelReference;

/// Describes the open model so that a session can find it again.
final class ModelReferences {

  private ModelReferences() {}

  static ModelReference of(ModelDescriptor descriptor, Vocabulary vocabulary) {
    long bytes = descriptor.files().stream().mapToLong(ModelDescriptor.ModelFile::size).sum();
    return new ModelReference(
        descriptor.name(),
        descriptor.folder().toAbsolutePath().normalize().toString(),
        bytes,
        TokenFingerprint.of(vocabulary),
        descriptor.server().map(ModelReferences::of));
  }

  private static ModelReference.Server of(ServerPlace place) {
    return new ModelReference.Server(
        place.address(), place.tokenizer().toAbsolutePath().normalize().toString());
  }
}
