package kelvin.hub.transfer;

import java.util.function.LongSupplier;
import kelvin.hub.Hub;
import kelvin.hub.Retries;
import kelvin.hub.cache.HubCache;

/// The hub, the cache and the tools of a transfer.
///
/// @param weights reads which files a graph needs
/// @param nanos a clock, as `System.nanoTime`
public record TransferSetup(
    Hub hub, HubCache cache, WeightNames weights, Disk disk, Retries retries, LongSupplier nanos) {

  /// A setup with the real disk and the real clock.
  public static TransferSetup of(Hub hub, HubCache cache, WeightNames weights) {
    return new TransferSetup(hub, cache, weights, Disk.REAL, Retries.USUAL, System::nanoTime);
  }
}
