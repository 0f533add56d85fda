package kelvin.opening;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;

/// Plays the process of a first load that goes wrong; the first argument says how.
public final class MisbehavingProgram {

  private MisbehavingProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    switch (arguments[0]) {
      case "crash" -> Runtime.getRuntime().halt(134);
      case "hang" -> new CountDownLatch(1).await();
      case "compute" -> computeForEver();
      case "flood" -> flood();
      case "mumble" -> Runtime.getRuntime().halt(3);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void computeForEver() {
    for (long step = 0; step >= 0; step++) {
      Thread.onSpinWait();
    }
  }

  private static void flood() throws InterruptedException {
    var kept = new ArrayList<byte[]>();
    for (int i = 0; i < 200; i++) {
      var block = new byte[1 << 20];
      java.util.Arrays.fill(block, (byte) 1);
      kept.add(block);
    }
    new CountDownLatch(kept.size()).await();
  }
}
