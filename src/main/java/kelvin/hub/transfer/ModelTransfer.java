package kelvin.hub.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import kelvin.hub.Bytes;
import kelvin.hub.FetchPlan;
import kelvin.hub.HubException;
import kelvin.hub.Listing;
import kelvin.hub.RemoteFile;
import kelvin.hub.Retries;
import kelvin.hub.cache.CachedModel;
import kelvin.hub.cache.RepositoryFolder;
import kelvin.inference.Cancellation;
import kelvin.text.Reason;

/// Fetches all files of a plan. First come the small files, then the graphs, then the weights that
/// the graphs name.
///
/// A transfer that is cancelled, or whose process ends, leaves what has come; the next transfer of
/// the same files goes on from there.
public final class ModelTransfer {

  private static final int MAX_DISCARDS = 50;
  private static final Duration DISCARD_PAUSE = Duration.ofMillis(100);

  private final TransferSetup setup;

  public ModelTransfer(TransferSetup setup) {
    this.setup = setup;
  }

  /// Fetches what is missing and checks all. Blocks until done.
  ///
  /// @param listener told how far it is, often, on this thread
  /// @throws HubException if the model cannot be had; what has come stays
  public Fetched run(FetchPlan plan, Cancellation cancellation, Consumer<Progress> listener)
      throws HubException {
    var listing = plan.listing();
    var repository = setup.cache().repository(listing.id());
    try {
      setup.cache().create();
      checkSpace(repository, listing, plan.files());
      var tally = new Tally(listener, setup.nanos());
      tally.expect(plan.bytes());
      var files = bringAll(plan, repository, tally, cancellation);
      repository.note(listing.revision(), listing.commit());
      return done(plan, repository, files);
    } catch (IOException e) {
      throw ofDisk(e);
    }
  }

  private List<RemoteFile> bringAll(
      FetchPlan plan, RepositoryFolder repository, Tally tally, Cancellation cancellation)
      throws HubException, IOException {
    var listing = plan.listing();
    var transfer = new FileTransfer(setup, repository, tally, cancellation);
    for (var file : plan.support()) {
      transfer.bring(listing, file);
    }
    var weights = new LinkedHashSet<RemoteFile>();
    for (var graph : plan.choice().graphs()) {
      weights.addAll(weightsOf(listing, graph, transfer.bring(listing, graph)));
    }
    var files = new ArrayList<>(plan.support());
    files.addAll(plan.choice().graphs());
    files.addAll(weights);
    var all = files.stream().distinct().toList();
    tally.expect(all.stream().mapToLong(RemoteFile::size).sum());
    checkSpace(repository, listing, all);
    for (var file : weights) {
      transfer.bring(listing, file);
    }
    return all;
  }

  /// The files that a graph names, of which each must be in its folder of the repository.
  private List<RemoteFile> weightsOf(Listing listing, RemoteFile graph, Path placed)
      throws HubException {
    var files = new ArrayList<RemoteFile>();
    for (var name : namesIn(graph, placed)) {
      var path = graph.folder() + name;
      if (!RemoteFile.isSafe(path)) {
        throw HubException.lasting(
            graph.path() + " names weights outside its own folder (" + name + ").",
            "Kelvin does not follow such paths: choose another graph.");
      }
      files.add(
          listing
              .file(path)
              .orElseThrow(
                  () ->
                      HubException.lasting(
                          graph.path() + " needs " + path + ", which the repository does not have.",
                          "Choose another graph, or tell the owner of the repository.")));
    }
    return files;
  }

  private Iterable<String> namesIn(RemoteFile graph, Path placed) throws HubException {
    try {
      return setup.weights().of(placed);
    } catch (IOException e) {
      throw HubException.lasting(
          graph.path() + " is no sound ONNX graph, although it is what the hub lists.",
          "Choose another graph.",
          e);
    }
  }

  private void checkSpace(RepositoryFolder repository, Listing listing, List<RemoteFile> files)
      throws HubException, IOException {
    long need = 0;
    for (var file : files) {
      need += file.size() - repository.bytesHere(listing.commit(), file);
    }
    long free = setup.disk().free(setup.cache().root());
    if (need > free) {
      throw HubException.lasting(
          String.format(
              Locale.ROOT,
              "The disk has not enough room: %s are needed and %s are free in %s.",
              Bytes.of(need),
              Bytes.of(free),
              setup.cache().root()),
          "Make room, choose a smaller precision, or set HF_HUB_CACHE to a folder on another disk.");
    }
  }

  private Fetched done(FetchPlan plan, RepositoryFolder repository, List<RemoteFile> files)
      throws IOException {
    var snapshot = repository.snapshot(plan.listing().commit());
    var folder = snapshot.resolve(plan.modelFolder()).normalize();
    var graph = snapshot.resolve(plan.choice().graph().path());
    boolean isAlone =
        setup.cache().models().stream()
            .filter(model -> model.folder().equals(folder))
            .map(CachedModel::graphs)
            .allMatch(graphs -> graphs.equals(List.of(graph)));
    return new Fetched(plan, folder, graph, isAlone, files);
  }

  /// Removes the parts of files that did not become whole, after the user gave the model up. A file
  /// that another program fetches is left to that program.
  public void discard(FetchPlan plan) throws HubException {
    var repository = setup.cache().repository(plan.listing().id());
    try {
      for (var file : plan.files()) {
        discard(repository, file);
      }
    } catch (IOException e) {
      throw ofDisk(e);
    }
  }

  /// A transfer of this program that was cancelled lets go of its file soon.
  private static void discard(RepositoryFolder repository, RemoteFile file) throws IOException {
    var part = repository.part(file.checksum());
    for (int tries = 0; tries < MAX_DISCARDS && Files.exists(part); tries++) {
      var lock = repository.tryLock(file.checksum());
      if (lock.isEmpty()) {
        Retries.sleep(DISCARD_PAUSE, new Cancellation());
      } else {
        try (var _ = lock.get()) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private HubException ofDisk(IOException e) {
    return HubException.lasting(
        "The cache in " + setup.cache().root() + " cannot be used: " + Reason.of(e) + ".",
        "Make room or check its permissions; what has come so far stays and is used next time.",
        e);
  }
}
