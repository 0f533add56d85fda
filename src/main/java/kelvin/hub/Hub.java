package kelvin.hub;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import kelvin.inference.Cancellation;

/// A hub: it knows repositories and gives the bytes of their files. Every method may take as long
/// as the network does and ends soon after a cancellation, with a `CancelledException`.
public interface Hub {

  /// Finds repositories with ONNX files, the most used first.
  ///
  /// @param limit the greatest number of answers
  List<FoundModel> search(String text, int limit, Cancellation cancellation) throws HubException;

  /// Lists the files of a repository.
  ///
  /// @param revision a branch, a tag or a commit
  Listing list(RepositoryId id, String revision, Cancellation cancellation) throws HubException;

  /// Asks for the bytes of a file, once.
  ///
  /// @param from the first byte that is wanted, from 0; less than the file's size unless both are 0
  Body open(Listing listing, RemoteFile file, long from, Cancellation cancellation)
      throws HubException;

  /// The host that is asked, for messages.
  String host();

  /// The bytes of a file, as they come.
  interface Body extends AutoCloseable {

    /// The position in the file of the first byte: the one that was asked for, or 0 from a hub that
    /// gives whole files only.
    long start();

    /// The next bytes, or empty at the end. The buffer is valid until the next call.
    ///
    /// @throws HubException if the connection ended early or nothing came for too long
    Optional<ByteBuffer> next() throws HubException;

    @Override
    void close();
  }
}
