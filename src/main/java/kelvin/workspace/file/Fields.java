package kelvin.workspace.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kelvin.text.Choice;

/// The members of one JSON object, each with its kind checked when it is asked for.
///
/// A member that is not there has the default that the caller names; one of the wrong kind damages
/// the file.
public final class Fields {

  private static final Fields NONE = new Fields("", Map.of());

  private final String place;
  private final Map<String, ?> members;

  private Fields(String place, Map<String, ?> members) {
    this.place = place;
    this.members = members;
  }

  public static Fields of(Map<String, ?> document) {
    return new Fields("", document);
  }

  /// The members that have none of these names.
  public Map<String, Object> without(Set<String> names) {
    var rest = new HashMap<String, Object>(members);
    rest.keySet().removeAll(names);
    return Map.copyOf(rest);
  }

  public String text(String name, String otherwise) {
    return optionalText(name).orElse(otherwise);
  }

  public Optional<String> optionalText(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      case Object other -> throw wrong(name, "text", other);
    };
  }

  public boolean truth(String name, boolean otherwise) {
    return switch (members.get(name)) {
      case null -> otherwise;
      case Boolean truth -> truth;
      case Object other -> throw wrong(name, "true or false", other);
    };
  }

  public long whole(String name, long otherwise) {
    return switch (members.get(name)) {
      case null -> otherwise;
      case Long number -> number;
      case Object other -> throw wrong(name, "a whole number", other);
    };
  }

  /// @param least the smallest allowed
  public int count(String name, int least, int otherwise) {
    long number = whole(name, otherwise);
    if (number < least || number > Integer.MAX_VALUE) {
      throw wrong(name, "a whole number of at least " + least, number);
    }
    return (int) number;
  }

  public double number(String name, double otherwise) {
    return members.containsKey(name) ? JsonNumbers.number(at(name), get(name)) : otherwise;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// The member that must be there.
  public Object get(String name) {
    Object value = members.get(name);
    if (value == null) {
      throw new DamagedException("“" + at(name) + "” is missing.");
    }
    return value;
  }

  /// The object of this name; an empty one where there is none.
  public Fields object(String name) {
    return optionalObject(name).orElse(NONE);
  }

  public Optional<Fields> optionalObject(String name) {
    return members.containsKey(name) ? Optional.of(fields(at(name), get(name))) : Optional.empty();
  }

  public Map<String, ?> map() {
    return members;
  }

  public <T> List<T> objects(String name, Function<Fields, T> read) {
    var all = new ArrayList<T>();
    var elements = list(name);
    for (int i = 0; i < elements.size(); i++) {
      all.add(read.apply(fields(at(name) + "[" + i + "]", elements.get(i))));
    }
    return List.copyOf(all);
  }

  public List<String> texts(String name) {
    var all = new ArrayList<String>();
    for (var element : list(name)) {
      if (!(element instanceof String text)) {
        throw wrong(name, "a list of texts", element);
      }
      all.add(text);
    }
    return List.copyOf(all);
  }

  public List<List<String>> textLists(String name) {
    var all = new ArrayList<List<String>>();
    for (var element : list(name)) {
      if (!(element instanceof List<?> texts)
          || !texts.stream().allMatch(String.class::isInstance)) {
        throw wrong(name, "a list of lists of texts", element);
      }
      all.add(texts.stream().map(String.class::cast).toList());
    }
    return List.copyOf(all);
  }

  public List<?> list(String name) {
    return switch (members.get(name)) {
      case null -> List.of();
      case List<?> list -> list;
      case Object other -> throw wrong(name, "a list", other);
    };
  }

  /// One of the choices, unless the member is missing or says none of them.
  public <C extends Choice> Optional<C> known(String name, List<C> choices) {
    return optionalText(name).flatMap(word -> Choice.find(choices, word));
  }

  /// The word of a choice; empty for none.
  public static String word(Optional<? extends Choice> choice) {
    return choice.map(Choice::label).orElse("");
  }

  /// One of the choices that `label` names.
  public <T> T choice(String name, List<T> choices, Function<T, String> label, T otherwise) {
    var text = optionalText(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    for (var choice : choices) {
      if (label.apply(choice).equals(text.get())) {
        return choice;
      }
    }
    throw wrong(name, String.join(" or ", choices.stream().map(label).toList()), text.get());
  }

  public DamagedException wrong(String name, String expected, Object was) {
    return DamagedException.at(at(name), expected, was);
  }

  /// Where a member stands, such as `prompt.examples[2].x`.
  public String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  @SuppressWarnings("unchecked") // The tree has no keys but names.
  private static Fields fields(String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Fields(place, (Map<String, ?>) map);
    }
    throw DamagedException.at(place, "an object", value);
  }
}
