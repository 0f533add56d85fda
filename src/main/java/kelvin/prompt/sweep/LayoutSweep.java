package kelvin.prompt.sweep;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;

/// Plans a template sweep: the same shots in several layouts.
public final class LayoutSweep {

  private LayoutSweep() {}

  /// @param bases the same prompt, once for each test input
  public static List<Variant> plan(List<Trial> bases, List<Layout> layouts) {
    var prompt = Variant.prompt(bases.getFirst());
    var order = prompt.usedPlaces().stream().limit(prompt.shots()).toList();
    return IntStream.range(0, layouts.size() * bases.size())
        .mapToObj(
            i -> {
              var layout = layouts.get(i / bases.size());
              int test = i % bases.size();
              var base = bases.get(test);
              var trial = base.withPrompt(Variant.prompt(base).withLayout(layout));
              return new Variant(layout.name(), i / bases.size(), test, order, trial);
            })
        .toList();
  }
}
