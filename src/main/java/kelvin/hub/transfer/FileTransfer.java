package kelvin.hub.transfer;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import kelvin.hub.Hub;
import kelvin.hub.HubException;
import kelvin.hub.Listing;
import kelvin.hub.RemoteFile;
import kelvin.hub.Retries;
import kelvin.hub.cache.FileLocked;
import kelvin.hub.cache.RepositoryFolder;
import kelvin.inference.Cancellation;

/// Brings one file into a snapshot: what is here is checked and kept, what is missing is fetched,
/// and what is wrong is fetched again, a limited number of times.
final class FileTransfer {

  /// The number of times that a whole file may come with wrong bytes.
  private static final int MAX_ROUNDS = 3;

  private static final Duration LOCK_POLL = Duration.ofMillis(250);

  private final Hub hub;
  private final RepositoryFolder repository;
  private final Disk disk;
  private final Retries retries;
  private final Tally tally;
  private final Cancellation cancellation;

  FileTransfer(
      TransferSetup setup, RepositoryFolder repository, Tally tally, Cancellation cancellation) {
    hub = setup.hub();
    disk = setup.disk();
    retries = setup.retries();
    this.repository = repository;
    this.tally = tally;
    this.cancellation = cancellation;
  }

  /// Brings the file.
  ///
  /// @return the file in the snapshot, with the right bytes
  Path bring(Listing listing, RemoteFile file) throws HubException, IOException {
    cancellation.throwIfCancelled();
    tally.begin(file.path(), 0);
    Files.createDirectories(repository.part(file.checksum()).resolveSibling(""));
    try (var _ = lock(file)) {
      if (!isHere(listing, file)) {
        fetch(listing, file);
      }
      var placed = repository.place(listing.commit(), file);
      tally.finish(file.size());
      return placed;
    }
  }

  /// Waits until no other process works on the file.
  private FileLocked lock(RemoteFile file) throws IOException {
    for (var lock = repository.tryLock(file.checksum());
        ;
        lock = repository.tryLock(file.checksum())) {
      if (lock.isPresent()) {
        return lock.get();
      }
      tally.tell(Progress.Phase.LOCKED);
      Retries.sleep(LOCK_POLL, cancellation);
    }
  }

  private boolean isHere(Listing listing, RemoteFile file) throws IOException {
    var found = repository.find(listing.commit(), file);
    if (found.isEmpty()) {
      return false;
    }
    tally.begin(file.path(), file.size());
    tally.tell(Progress.Phase.LOOKING);
    if (FileCheck.isRight(found.get(), file, cancellation)) {
      return true;
    }
    repository.forget(listing.commit(), file);
    return false;
  }

  private void fetch(Listing listing, RemoteFile file) throws HubException, IOException {
    var part = repository.part(file.checksum());
    for (int round = 1; ; round++) {
      try {
        fetchRest(listing, file, part);
        tally.tell(Progress.Phase.CHECKING);
        if (FileCheck.isRight(part, file, cancellation)) {
          disk.sync(part);
          Files.move(part, repository.blob(file.checksum()), StandardCopyOption.ATOMIC_MOVE);
          return;
        }
        throw wrong(file);
      } catch (HubException e) {
        if (e.kind() != HubException.Kind.DAMAGED) {
          throw e;
        }
        Files.deleteIfExists(part);
        if (round == MAX_ROUNDS) {
          throw e;
        }
      }
    }
  }

  private static HubException wrong(RemoteFile file) {
    return HubException.damaged(
        file.path()
            + " came "
            + MAX_ROUNDS
            + " times with other bytes than the hub's checksum says.",
        "Nothing of it was kept. Try again later, or tell the owner of the repository.");
  }

  /// Appends bytes until the file is as long as it should be. A try that brings at least one byte
  /// does not count as failed.
  private void fetchRest(Listing listing, RemoteFile file, Path part)
      throws HubException, IOException {
    disk.append(part).close();
    int failures = 0;
    for (long have = begin(file, part); have < file.size(); have = begin(file, part)) {
      long before = have;
      try {
        append(listing, file, part, before);
        if (Files.size(part) < file.size()) {
          throw HubException.passing(
              hub.host() + " ended " + file.path() + " too early.", "Try again later.", null);
        }
      } catch (HubException e) {
        failures = Files.size(part) > before ? 1 : failures + 1;
        retries.await(e, failures, cancellation, tally::tellWait);
      }
    }
  }

  private long begin(RemoteFile file, Path part) throws IOException {
    long have = Files.size(part);
    if (have > file.size()) {
      Files.delete(part);
      disk.append(part).close();
      have = 0;
    }
    tally.restart(have);
    return have;
  }

  private void append(Listing listing, RemoteFile file, Path part, long from)
      throws HubException, IOException {
    try (var body = hub.open(listing, file, from, cancellation)) {
      if (body.start() != from) {
        Files.delete(part);
        tally.restart(body.start());
      }
      try (var out = disk.append(part)) {
        write(file, body, out);
      }
    }
  }

  private void write(RemoteFile file, Hub.Body body, WritableByteChannel out)
      throws HubException, IOException {
    long at = body.start();
    for (var bytes = body.next(); bytes.isPresent(); bytes = body.next()) {
      cancellation.throwIfCancelled();
      var buffer = bytes.get();
      int count = buffer.remaining();
      at += count;
      if (at > file.size()) {
        throw HubException.damaged(
            hub.host() + " sends more bytes of " + file.path() + " than it lists.",
            "Try again later, or tell the owner of the repository.");
      }
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      tally.add(count);
    }
  }
}
