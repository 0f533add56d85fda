package kelvin.onnx.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kelvin.inference.LoadRecord;

/// The rewritten copies of a graph that its first load made, so that later loads need not make them
/// again. They hold no large weights.
///
/// They are facts of a load record: the packed bytes as text, or nothing if a graph has no copy.
public final class KeptCopies {

  /// Larger ones are made again in each load.
  private static final int MAX_BYTES = 8 << 20;

  private static final String NONE = "";
  private static final String AS_IT_IS = "copy";
  private static final String FLOAT32 = "copyInFloat32";

  private final Map<String, String> facts = new HashMap<>();

  /// @param found the record of an earlier load
  public KeptCopies(Optional<LoadRecord> found) {
    found.ifPresent(
        known -> {
          facts.putAll(known.facts());
          facts.keySet().retainAll(Set.of(AS_IT_IS, FLOAT32));
        });
  }

  /// Returns whether it is known if there is such a copy.
  ///
  /// @param inFloat32 whether float32 replaces half precision in it
  public boolean isKnown(boolean inFloat32) {
    return facts.containsKey(name(inFloat32));
  }

  /// The copy; empty if there is none or it is damaged.
  public Optional<byte[]> find(boolean inFloat32) {
    var stored = facts.getOrDefault(name(inFloat32), NONE);
    if (stored.equals(NONE)) {
      return Optional.empty();
    }
    try (var packed = new ByteArrayInputStream(Base64.getDecoder().decode(stored));
        var bytes = new GZIPInputStream(packed)) {
      return Optional.of(bytes.readNBytes(MAX_BYTES));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Notes a copy, or that there is none.
  public void keep(boolean inFloat32, Optional<byte[]> copy) {
    if (copy.isEmpty() || copy.get().length <= MAX_BYTES) {
      facts.put(name(inFloat32), copy.map(KeptCopies::packed).orElse(NONE));
    }
  }

  /// The same record with the copies.
  public LoadRecord addedTo(LoadRecord other) {
    var all = new HashMap<>(facts);
    all.putAll(other.facts());
    return new LoadRecord(all, other.probes());
  }

  private static String packed(byte[] copy) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(copy);
    } catch (IOException e) {
      throw new IllegalStateException("memory takes no bytes", e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  private static String name(boolean inFloat32) {
    return inFloat32 ? FLOAT32 : AS_IT_IS;
  }
}
