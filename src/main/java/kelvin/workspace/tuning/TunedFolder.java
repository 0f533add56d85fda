package kelvin.workspace.tuning;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.text.Reason;
import kelvin.workspace.file.PartFile;
import kelvin.workspace.file.WorkspaceException;

/// Writes a model folder that is a copy of another one with changes: whole, or not at all.
///
/// Everything is written into a hidden folder beside the wanted one, forced to the disk and renamed
/// at the end. A killed process leaves the hidden folder behind.
public final class TunedFolder {

  /// The file that says what the model is.
  public static final String CARD = "README.md";

  /// The card of the model that was copied.
  private static final String CARD_OF_BASE = "README-base.md";

  /// Other precisions and other programs' weights, which are not part of the model that was opened.
  private static final Set<String> WEIGHTS =
      Set.of(
          "onnx",
          "onnx_data",
          "data",
          "safetensors",
          "bin",
          "pt",
          "pth",
          "gguf",
          "h5",
          "msgpack",
          "ot",
          "mlmodel");

  private static final long ROOM = 1 << 20;

  private final Path target;

  /// Changes the files of a copy.
  @FunctionalInterface
  public interface Change {

    /// @param copy the folder of the copy, with the same files in the same places as the base
    void make(Path copy) throws IOException;
  }

  public TunedFolder(Path target) {
    this.target = target.toAbsolutePath().normalize();
  }

  /// Says before any work whether a copy of the model can be written.
  ///
  /// @throws WorkspaceException if there is something of this name, no folder around it, or too
  ///     little room
  public void check(ModelDescriptor base) throws WorkspaceException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new WorkspaceException(
          target, "there is something of this name already.", "Choose a new name.");
    }
    var around = target.resolveSibling("");
    if (!Files.isDirectory(around)) {
      throw new WorkspaceException(target, "its folder does not exist.", "Make it first.");
    }
    if (!Files.isWritable(around)) {
      throw new WorkspaceException(
          target, "nothing may be written there.", "Choose another folder.");
    }
    long needed = base.files().stream().mapToLong(ModelFile::size).sum() + ROOM;
    try {
      long left = Files.getFileStore(around).getUsableSpace();
      if (left < needed) {
        throw new WorkspaceException(
            target,
            String.format(
                Locale.ROOT,
                "the model takes %,d MB, and the disk has %,d MB left.",
                needed / 1_000_000,
                left / 1_000_000),
            "Make room or choose another disk.");
      }
    } catch (IOException e) {
      throw problem(e);
    }
  }

  /// Writes the copy.
  ///
  /// @param more files at the top of the folder, by name, with their content
  /// @throws WorkspaceException if it cannot be written; nothing of it is left then
  public void write(ModelDescriptor base, Map<String, byte[]> more, Change change)
      throws WorkspaceException {
    check(base);
    var part = PartFile.beside(target);
    try {
      try {
        Files.createDirectory(part);
        copy(base, part);
        for (var each : more.entrySet()) {
          Files.write(part.resolve(each.getKey()), each.getValue());
        }
        change.make(part);
        force(part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(part);
      }
    } catch (IOException e) {
      throw problem(e);
    }
  }

  private WorkspaceException problem(IOException e) {
    var remedy =
        e instanceof AccessDeniedException
            ? "Choose another folder."
            : "Make room or choose another disk.";
    var named =
        e instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "";
    var reason = "writing it fails: " + Reason.of(e) + ".";
    return new WorkspaceException(
        target,
        named.isEmpty() || named.contains(".part")
            ? reason
            : "copying " + named + " fails: " + Reason.of(e) + ".",
        remedy,
        e);
  }

  private static void copy(ModelDescriptor base, Path part) throws IOException {
    var folder = base.folder().toAbsolutePath().normalize();
    var folders = new LinkedHashSet<Path>(Set.of(folder));
    for (var file : base.files()) {
      var from = file.path().toAbsolutePath().normalize();
      if (!from.startsWith(folder)) {
        throw new IOException("the file " + from + " is not in the folder of the model");
      }
      copy(from, part.resolve(folder.relativize(from).toString()));
      folders.add(from.resolveSibling("").normalize());
    }
    for (var each : folders) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(each, TunedFolder::isBeside)) {
        for (var from : files) {
          boolean isCard = each.equals(folder) && from.endsWith(CARD);
          var name = isCard ? from.resolveSibling(CARD_OF_BASE) : from;
          var to = part.resolve(folder.relativize(name).toString());
          if (!Files.exists(to)) {
            copy(from, to);
          }
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    Files.copy(from, to);
    to.toFile().setWritable(true, true);
  }

  /// Returns whether a file belongs to the model beside its graph and weights. A head belongs
  /// to the features that it was fitted to.
  private static boolean isBeside(Path file) {
    var name = String.valueOf(file.getFileName());
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && !name.equals(HeadFile.NAME)
        && !name.equals(CARD_OF_BASE)
        && !WEIGHTS.contains(ending);
  }

  private static void force(Path part) throws IOException {
    try (var all = Files.walk(part)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  /// Removes the hidden folder. After the renaming it is no longer there.
  private static void remove(Path part) throws IOException {
    if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var all = Files.walk(part)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
