package kelvin.hub.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kelvin.hub.RepositoryId;
import kelvin.inference.folder.GraphNames;

/// The folder in which the hub's tools keep what they fetched.
public final class HubCache {

  /// Tells programs that make backups that all of this can be fetched again.
  private static final String TAG = "CACHEDIR.TAG";

  private final Path root;
  private final RepositoryFolder.Linker linker;

  public HubCache(Path root) {
    this(root, (link, target) -> Files.createSymbolicLink(link, target));
  }

  /// @param linker for systems without links, it throws what they throw
  public HubCache(Path root, RepositoryFolder.Linker linker) {
    this.root = root;
    this.linker = linker;
  }

  /// The folder of the cache; it may not exist yet.
  public Path root() {
    return root;
  }

  public RepositoryFolder repository(RepositoryId id) {
    return new RepositoryFolder(root, id, linker);
  }

  /// Makes the folder if it does not exist.
  public void create() throws IOException {
    Files.createDirectories(root);
    var tag = root.resolve(TAG);
    if (!Files.exists(tag)) {
      Files.writeString(
          tag,
          "Signature: 8a477f597d28d172789f06886806bc55\n# This is a cache of the Hugging Face hub.\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE);
    }
  }

  /// The commits with ONNX graphs, by repository. Folders that cannot be read are left out.
  public List<CachedModel> models() throws IOException {
    var models = new ArrayList<CachedModel>();
    for (var folder : foldersIn(root)) {
      var id = RepositoryId.ofCacheFolder(folder.getFileName().toString());
      if (id.isPresent()) {
        for (var snapshot : foldersIn(folder.resolve("snapshots"))) {
          models.addAll(modelsIn(id.get(), snapshot));
        }
      }
    }
    return models;
  }

  /// The repositories with parts of files that are not whole.
  public List<UnfinishedModel> unfinished() throws IOException {
    var models = new ArrayList<UnfinishedModel>();
    for (var folder : foldersIn(root)) {
      var id = RepositoryId.ofCacheFolder(folder.getFileName().toString());
      if (id.isPresent()) {
        long bytes = repository(id.get()).bytesOfParts();
        if (bytes > 0) {
          models.add(new UnfinishedModel(id.get(), bytes));
        }
      }
    }
    return models;
  }

  private List<CachedModel> modelsIn(RepositoryId id, Path snapshot) throws IOException {
    var repository = repository(id);
    var commit = snapshot.getFileName().toString();
    var files = filesIn(snapshot);
    var folders =
        files.stream().filter(HubCache::isGraph).map(HubCache::folderToOpen).distinct().toList();
    var models = new ArrayList<CachedModel>();
    for (var folder : folders) {
      var graphs =
          files.stream()
              .filter(file -> isGraph(file) && folderToOpen(file).equals(folder))
              .sorted(
                  Comparator.comparingInt(
                          (Path file) -> GraphNames.preference(file.getFileName().toString()))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
      models.add(
          new CachedModel(id, commit, revisionsOf(repository, commit), folder, graphs, bytes));
    }
    return models;
  }

  private static boolean isGraph(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".onnx")
        && !GraphNames.isPart(name)
        && !GraphNames.isContinuation(name)
        && Files.isRegularFile(file);
  }

  private static Path folderToOpen(Path graph) {
    var folder = graph.resolveSibling("").normalize();
    return folder.endsWith("onnx") ? folder.resolveSibling("") : folder;
  }

  /// The names below `refs` whose file holds the commit.
  private static List<String> revisionsOf(RepositoryFolder repository, String commit)
      throws IOException {
    var revisions = new ArrayList<String>();
    for (var ref : filesIn(repository.refs())) {
      if (Files.size(ref) <= 64 && Files.readString(ref).strip().equals(commit)) {
        revisions.add(repository.refs().relativize(ref).toString().replace('\\', '/'));
      }
    }
    return revisions;
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  /// All files below a folder, links to files included; links to folders are not followed.
  static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
