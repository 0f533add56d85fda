package kelvin.workspace.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// The tokens that were chosen for a map, each once. The text says which token is meant in another
/// model.
public record MapTokens(List<Chosen> tokens) {

  /// No tokens: the map shows the candidates of the answer.
  public static final MapTokens NONE = new MapTokens(List.of());

  private static final String ID = "id";
  private static final String TOKEN = "token";

  /// A token by its id and its text in the model where it was chosen.
  public record Chosen(int id, String text) {}

  public MapTokens {
    tokens = List.copyOf(tokens);
  }

  /// Tokens of a model, each once.
  public static MapTokens of(List<Integer> ids, Vocabulary vocabulary) {
    return new MapTokens(
        ids.stream().distinct().map(id -> new Chosen(id, vocabulary.text(id))).toList());
  }

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  /// The ids in a model; tokens that it does not have are left out.
  public List<Integer> idsIn(Vocabulary vocabulary) {
    var ids = new ArrayList<Integer>();
    var seen = new HashSet<Integer>();
    for (var token : tokens) {
      int id =
          vocabulary.text(token.id()).equals(token.text())
              ? token.id()
              : vocabulary.find(token.text()).orElse(-1);
      if (id >= 0 && seen.add(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  /// The elements of a list in a session.
  public List<Map<String, Object>> write() {
    var list = new ArrayList<Map<String, Object>>();
    for (var token : tokens) {
      var members = new LinkedHashMap<String, Object>();
      members.put(ID, token.id());
      members.put(TOKEN, token.text());
      list.add(members);
    }
    return list;
  }

  /// Reads a list of a session. Elements that are none of ours are left out.
  public static MapTokens read(@Nullable Object list) {
    var tokens = new ArrayList<Chosen>();
    if (list instanceof List<?> elements) {
      for (var element : elements) {
        if (element instanceof Map<?, ?> members
            && members.get(ID) instanceof Number id
            && members.get(TOKEN) instanceof String text
            && id.intValue() >= 0) {
          tokens.add(new Chosen(id.intValue(), text));
        }
      }
    }
    return tokens.isEmpty() ? NONE : new MapTokens(tokens.stream().distinct().toList());
  }
}
