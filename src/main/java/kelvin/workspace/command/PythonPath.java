package kelvin.workspace.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.distribution.DrawMode;
import kelvin.distribution.export.TransformersProcessors;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.StepSettings;

/// A Python program for Hugging Face Transformers that walks along a path: at each step it draws
/// with the same random number, and says whether the token is the recorded one.
///
/// @param context the ids before the first step
/// @param steps the nodes of the path, in order
/// @param model the name of the model, which the user replaces by that of its PyTorch weights
public record PythonPath(List<Integer> context, List<PathNode> steps, String model) {

  public PythonPath {
    context = List.copyOf(context);
    steps = List.copyOf(steps);
  }

  /// The program, with a line end at its end.
  public String text() {
    var settings = settings();
    var missing = missing(settings);
    return """
        # A path that was drawn with Kelvin, walked along with Transformers.
        # Put the name of the model's PyTorch weights here. Other arithmetic gives other last digits,
        # so a u close to a bound can choose the neighbour.
        %simport torch
        from transformers import AutoModelForCausalLM, LogitsProcessorList
        from transformers.generation.logits_process import *

        MODEL = %s
        CONTEXT = %s
        # Each step: id, u (None: greedy, or taken by the user), the number of its settings.
        STEPS = [
        %s]
        SETTINGS = [
        %s]

        model = AutoModelForCausalLM.from_pretrained(MODEL).eval()
        ids = torch.tensor([CONTEXT])
        for number, (token, u, made) in enumerate(STEPS):
            with torch.no_grad():
                logits = model(ids).logits[:, -1].double()
            scores = SETTINGS[made](ids, logits.clone())
            p = torch.softmax(scores, dim=-1)[0]
            order = torch.argsort(scores[0], descending=True, stable=True)
            if u is None:
                drawn = order[0].item()
            else:
                at = torch.searchsorted(p[order].cumsum(0), torch.tensor(u).double(), right=True)
                drawn = order[min(at.item(), len(order) - 1)].item()
            own = torch.softmax(logits, dim=-1)[0, token].item()
            print(number, token, f"p={own:.6f} drawn with {p[token].item():.6f}",
                  "the same" if drawn == token else f"drawn here: {drawn}")
            ids = torch.cat([ids, torch.tensor([[token]])], dim=1)
        """
        .formatted(
            missing.stream().map(each -> "# " + each + "\n").collect(Collectors.joining()),
            quoted(model),
            context,
            steps.stream().map(node -> step(node, settings)).collect(Collectors.joining()),
            settings.stream().map(PythonPath::processors).collect(Collectors.joining()));
  }

  /// Says what the program cannot repeat; empty if it repeats all.
  public String reservation() {
    return String.join(" ", missing(settings()));
  }

  private List<Optional<StepSettings>> settings() {
    return List.copyOf(
        steps.stream()
            .map(PathNode::settings)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static List<String> missing(List<Optional<StepSettings>> settings) {
    var all = new LinkedHashSet<String>();
    for (var made : settings) {
      if (made.isEmpty()) {
        all.add("The sampling of some steps is not known.");
      } else {
        all.addAll(TransformersProcessors.of(made.get().chain()).missing());
        if (made.get().mode() == DrawMode.GUMBEL) {
          all.add("Gumbel noise is Kelvin's own, so its tokens are kept, not drawn.");
        }
      }
    }
    return List.copyOf(all);
  }

  private static String processors(Optional<StepSettings> made) {
    var code = made.map(known -> TransformersProcessors.of(known.chain()).code()).orElse(List.of());
    return "    LogitsProcessorList([" + String.join(", ", code) + "]),\n";
  }

  private static String step(PathNode node, List<Optional<StepSettings>> settings) {
    double u = node.token().draw().u();
    boolean isDrawn =
        !Double.isNaN(u)
            && node.settings().map(made -> made.mode() == DrawMode.INVERSE_CDF).orElse(true);
    return "    (%d, %s, %d),  # %s\n"
        .formatted(
            node.id(),
            isDrawn ? Double.toString(u) : "None",
            settings.indexOf(node.settings()),
            node.token().text());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
