package kelvin.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult;

/// A causal model for proofs: the row of a token is random, and depends on all tokens up to it.
public final class FakeRuns implements ModelRuns {

  public static final int VOCABULARY = 20;

  private final List<Integer> cached = new ArrayList<>();
  private Consumer<Integer> beforeRun = _ -> {};
  private Consumer<ProofResult> onEnd = _ -> {};
  private int seenInSteps = Integer.MAX_VALUE;
  private Positions positions = Positions.NONE;
  private double rounding;
  private boolean ended;

  /// The ways in which a row depends on the position of its token.
  public enum Positions {
    NONE {
      @Override
      List<Integer> seen(int position, List<Integer> ids, int row) {
        throw new AssertionError("it takes no positions");
      }
    },
    /// Positions do not matter, only distances.
    RELATIVE {
      @Override
      List<Integer> seen(int position, List<Integer> ids, int row) {
        return ids.subList(0, row + 1);
      }
    },
    /// Distances matter, and a mask made of positions shows as many tokens as the position says.
    RELATIVE_WITH_MASK {
      @Override
      List<Integer> seen(int position, List<Integer> ids, int row) {
        return ids.subList(0, Math.min(position + row + 1, ids.size()));
      }
    },
    /// Every position is another.
    ABSOLUTE {
      @Override
      List<Integer> seen(int position, List<Integer> ids, int row) {
        var seen = new ArrayList<>(ids.subList(0, row + 1));
        seen.add(position);
        return seen;
      }
    },
    /// Positions begin anew after 16.
    BEGIN_ANEW {
      @Override
      List<Integer> seen(int position, List<Integer> ids, int row) {
        return ABSOLUTE.seen(position % 16, ids, row);
      }
    };

    abstract List<Integer> seen(int position, List<Integer> ids, int row);
  }

  /// @param action gets the number of tokens of each run before it
  public void setBeforeRun(Consumer<Integer> action) {
    beforeRun = action;
  }

  public void setOnEnd(Consumer<ProofResult> action) {
    onEnd = action;
  }

  /// Lets the proof run tokens at other positions.
  public void takePositions(Positions way) {
    positions = way;
  }

  /// After cached tokens, lets only this many of the last ones be seen.
  public void seeInSteps(int last) {
    seenInSteps = last;
  }

  /// Rounds each row by about this share of its standard deviation, and in each run otherwise, as
  /// dynamic quantisation does. Several texts can be run at once then.
  public void roundByRun(double share) {
    rounding = share;
  }

  @Override
  public Abilities abilities() {
    return new Abilities(
        true, true, true, true, positions != Positions.NONE, 1e-3, 1e-2, rounding > 0);
  }

  @Override
  public Optional<BatchRuns> batches() {
    return rounding > 0 ? Optional.of(new Batches()) : Optional.empty();
  }

  @Override
  public int crop(int keep) {
    while (cached.size() > keep) {
      cached.removeLast();
    }
    return cached.size();
  }

  @Override
  public void run(int[] tokenIds, LogitsRowSink sink, Cancellation cancellation) {
    beforeRun.accept(tokenIds.length);
    cancellation.throwIfCancelled();
    int past = cached.size();
    for (int id : tokenIds) {
      cached.add(id);
      int from = past == 0 ? 0 : Math.max(0, cached.size() - seenInSteps);
      var row = row(cached.subList(from, cached.size()));
      sink.accept(cached.size() - 1, rounded(row, cached.size(), Arrays.hashCode(tokenIds)));
    }
  }

  private float[] rounded(float[] row, int position, int scale) {
    var random = new Random(31L * scale + position);
    for (int i = 0; i < row.length; i++) {
      row[i] += (float) (rounding * random.nextGaussian());
    }
    return row;
  }

  private static float[] row(List<Integer> seen) {
    var random = new Random(Arrays.hashCode(seen.toArray()));
    var row = new float[VOCABULARY];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) random.nextGaussian();
    }
    return row;
  }

  @Override
  public boolean isProved() {
    return ended;
  }

  @Override
  public void end(ProofResult result) {
    ended = true;
    onEnd.accept(result);
  }

  @Override
  public void runAt(int position, int[] tokenIds, LogitsRowSink sink, Cancellation cancellation) {
    var ids = Arrays.stream(tokenIds).boxed().toList();
    for (int i = 0; i < tokenIds.length; i++) {
      sink.accept(i, row(positions.seen(position, ids, i)));
    }
  }

  /// Whole texts in one run, with one scale for all.
  private final class Batches implements BatchRuns {

    @Override
    public boolean sharesBeginning() {
      return false;
    }

    @Override
    public int maxTexts(int beginning, int longest) {
      return 2;
    }

    @Override
    public double secondsOfRun(int tokens) {
      return 0;
    }

    @Override
    public double secondsOfBatch(int beginning, int texts, int longest) {
      return 0;
    }

    @Override
    public void run(int[] beginning, List<Tail> tails, Sink sink, Cancellation cancellation) {
      int scale = tails.stream().mapToInt(tail -> Arrays.hashCode(tail.ids())).sum();
      for (int t = 0; t < tails.size(); t++) {
        var ids = Arrays.stream(tails.get(t).ids()).boxed().toList();
        for (int i = tails.get(t).from(); i < ids.size(); i++) {
          sink.accept(t, i, rounded(row(ids.subList(0, i + 1)), i + 1, scale));
        }
      }
    }

    @Override
    public void release() {}
  }
}
