package kelvin.workspace.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kelvin.text.Choice;

/// The members of one JSON object. Each getter checks the member's type.
///
/// A missing member gets the default that the caller names. A member of the wrong type means that
/// the file is damaged.
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

  /// The members except those with these names.
  public Map<String, Object> without(Set<String> names) {
    var rest = new HashMap<String, Object>(members);
    rest.keySet().removeAll(names);
    return Map.copyOf(rest);
  }

  public String text(String name, String fallback) {
    return optionalText(name).orElse(fallback);
  }

  public Optional<String> optionalText(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      case Object other -> throw wrong(name, "text", other);
    };
  }

  public boolean bool(String name, boolean fallback) {
    return switch (members.get(name)) {
      case null -> fallback;
      case Boolean bool -> bool;
      case Object other -> throw wrong(name, "true or false", other);
    };
  }

  public long integer(String name, long fallback) {
    return switch (members.get(name)) {
      case null -> fallback;
      case Long number -> number;
      case Object other -> throw wrong(name, "a whole number", other);
    };
  }

  /// @param min the smallest value allowed
  public int count(String name, int min, int fallback) {
    long number = integer(name, fallback);
    if (number < min || number > Integer.MAX_VALUE) {
      throw wrong(name, "a whole number of at least " + min, number);
    }
    return (int) number;
  }

  public double number(String name, double fallback) {
    return members.containsKey(name) ? JsonNumbers.number(at(name), get(name)) : fallback;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// A member that must be present.
  public Object get(String name) {
    Object value = members.get(name);
    if (value == null) {
      throw new DamagedException("“" + at(name) + "” is missing.");
    }
    return value;
  }

  /// The object of this name; an empty object if it is missing.
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

  /// A list whose elements are texts or lists of texts; each text as a list of one.
  public List<List<String>> textsOrLists(String name) {
    var all = new ArrayList<List<String>>();
    for (var element : list(name)) {
      all.add(textOrList(name, element));
    }
    return List.copyOf(all);
  }

  /// A text as a list of one, or a list of texts; empty if it is missing.
  public Optional<List<String>> textOrList(String name) {
    return has(name) ? Optional.of(textOrList(name, get(name))) : Optional.empty();
  }

  private List<String> textOrList(String name, Object value) {
    return switch (value) {
      case String text -> List.of(text);
      case List<?> texts
          when !texts.isEmpty() && texts.stream().allMatch(String.class::isInstance) ->
          texts.stream().map(String.class::cast).toList();
      default -> throw wrong(name, "a text, or a list of texts", value);
    };
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

  /// One of the choices. Empty if the member is missing or names none of them.
  public <C extends Choice> Optional<C> known(String name, List<C> choices) {
    return optionalText(name).flatMap(word -> Choice.find(choices, word));
  }

  /// The word of a choice; an empty text for no choice.
  public static String word(Optional<? extends Choice> choice) {
    return choice.map(Choice::label).orElse("");
  }

  /// The choice whose `label` the member names.
  public <T> T choice(String name, List<T> choices, Function<T, String> label, T fallback) {
    var text = optionalText(name);
    if (text.isEmpty()) {
      return fallback;
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

  /// The path of a member, such as `prompt.examples[2].x`.
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
