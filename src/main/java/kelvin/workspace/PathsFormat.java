package kelvin.workspace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kelvin.distribution.DrawMode;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.paths.Paths;
import kelvin.workspace.paths.StepSettings;
import kelvin.workspace.token.ModelReference;
import kelvin.workspace.token.TokensFormat;

/// Reads and writes the member `paths` of a session. Each token stands once, after the one that it
/// follows, and names it by its place in the list.
final class PathsFormat {

  static final String MEMBER = "paths";

  private static final String PROMPT = "prompt";
  private static final String MODEL = "model";
  private static final String SETTINGS = "settings";
  private static final String STEPS = "steps";
  private static final String AFTER = "after";
  private static final String MADE = "made";
  private static final String BRANCHES = "branches";
  private static final String NAME = "name";
  private static final String COLOUR = "colour";
  private static final String END = "end";
  private static final String STAGES = "stages";
  private static final String SEED = "seed";
  private static final String DRAW = "draw";

  private PathsFormat() {}

  static void write(Paths paths, Map<String, Object> document) {
    if (!paths.trees().isEmpty()) {
      document.put(MEMBER, paths.trees().stream().map(PathsFormat::write).toList());
    }
  }

  private static Map<String, Object> write(PathTree tree) {
    var places = new IdentityHashMap<PathNode, Integer>();
    var settings = new ArrayList<StepSettings>();
    var steps = new ArrayList<Map<String, Object>>();
    var branches = new ArrayList<Map<String, Object>>();
    for (var branch : tree.branches()) {
      for (var node : branch.end().path()) {
        if (!places.containsKey(node)) {
          places.put(node, steps.size());
          steps.add(step(node, places, settings));
        }
      }
      var fields = new LinkedHashMap<String, Object>();
      fields.put(NAME, branch.name());
      fields.put(COLOUR, branch.colour());
      fields.put(END, placeOf(branch.end(), places));
      branches.add(fields);
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put(PROMPT, tree.prompt());
    tree.model().ifPresent(model -> fields.put(MODEL, TokensFormat.write(model)));
    fields.put(SETTINGS, settings.stream().map(PathsFormat::write).toList());
    fields.put(STEPS, steps);
    fields.put(BRANCHES, branches);
    return fields;
  }

  private static int placeOf(PathNode node, Map<PathNode, Integer> places) {
    return Objects.requireNonNull(places.get(node), "a token stands before those that follow it");
  }

  private static Map<String, Object> step(
      PathNode node, Map<PathNode, Integer> places, List<StepSettings> settings) {
    var fields = new LinkedHashMap<String, Object>();
    node.parent()
        .filter(parent -> !parent.isRoot())
        .ifPresent(parent -> fields.put(AFTER, placeOf(parent, places)));
    node.settings().ifPresent(made -> fields.put(MADE, place(made, settings)));
    fields.putAll(TokensFormat.write(node.token()));
    return fields;
  }

  /// The place of settings in the list, to which they are added if they are new. Those of the last
  /// token are looked at first, because most tokens of a path have the same.
  private static int place(StepSettings made, List<StepSettings> settings) {
    int known = settings.lastIndexOf(made);
    if (known < 0) {
      settings.add(made);
    }
    return known < 0 ? settings.size() - 1 : known;
  }

  private static Map<String, Object> write(StepSettings settings) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(STAGES, SamplingFormat.stages(settings.chain()));
    fields.put(SEED, settings.seed());
    fields.put(DRAW, settings.mode().label());
    return fields;
  }

  // Reading

  static Paths read(Fields session) {
    return new Paths(session.objects(MEMBER, PathsFormat::tree));
  }

  private static PathTree tree(Fields fields) {
    var settings = fields.objects(SETTINGS, PathsFormat::settings);
    var root = PathNode.root();
    var nodes = new ArrayList<PathNode>();
    for (var step : fields.objects(STEPS, each -> each)) {
      var before = step.has(AFTER) ? nodes.get(place(step, AFTER, nodes.size())) : root;
      var made =
          step.has(MADE)
              ? Optional.of(settings.get(place(step, MADE, settings.size())))
              : Optional.<StepSettings>empty();
      nodes.add(before.then(TokensFormat.token(step), made));
    }
    Optional<ModelReference> model = fields.optionalObject(MODEL).map(TokensFormat::model);
    var branches =
        fields.objects(
            BRANCHES,
            branch ->
                new PathBranch(
                    branch.text(NAME, ""),
                    branch.count(COLOUR, 0, 0),
                    nodes.get(place(branch, END, nodes.size()))));
    return new PathTree(fields.text(PROMPT, ""), model, root, branches);
  }

  /// The place in a list of so many elements that a member names.
  private static int place(Fields fields, String name, int count) {
    fields.get(name);
    int place = fields.count(name, 0, 0);
    if (place >= count) {
      throw new DamagedException(
          "“" + fields.at(name) + "” is " + place + ", but only " + count + " stand before it.");
    }
    return place;
  }

  private static StepSettings settings(Fields fields) {
    return new StepSettings(
        SamplingFormat.chain(fields),
        fields.choice(DRAW, List.of(DrawMode.values()), DrawMode::label, DrawMode.INVERSE_CDF),
        fields.integer(SEED, 0));
  }
}
