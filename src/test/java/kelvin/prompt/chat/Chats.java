package kelvin.prompt.chat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.ChatTemplates;
import kelvin.text.Choice;

/// Chats and templates for tests.
public final class Chats {

  /// Writes turns between brackets, as templates with special tokens do.
  public static final String BRACKETS =
      """
      {{- bos_token -}}
      {%- if tools -%}{{- '[tools ' ~ tools | length ~ ']' -}}{%- endif -%}
      {%- for m in messages -%}
      {%- if not loop.first and m.role == messages[loop.index0 - 1].role -%}
      {{- raise_exception('Roles must alternate') -}}
      {%- endif -%}
      {{- '[' ~ m.role ~ ']' ~ m.content ~ '[end]\\n' -}}
      {%- endfor -%}
      {%- if add_generation_prompt -%}
      {{- '[assistant]' -}}
      {{- '(no thought)' if enable_thinking is defined and not enable_thinking -}}
      {%- endif -%}
      """;

  private Chats() {}

  /// A model with the template in brackets, and with a second one that fails in its second line.
  public static ChatTemplates templates() {
    return new ChatTemplates(
        Path.of("model"),
        List.of(
            new ChatTemplate("default", Path.of("model", "chat.jinja"), BRACKETS),
            new ChatTemplate("broken", Path.of("model", "broken.jinja"), "a\n{{ 1 + 'a' }}")),
        Map.of("bos_token", "<s>"));
  }

  /// A chat whose turns are given as `user: Hello`.
  public static Chat of(String... turns) {
    return Chat.FIRST.withTurns(Arrays.stream(turns).map(Chats::turn).toList());
  }

  private static Turn turn(String written) {
    int at = written.indexOf(": ");
    return new Turn(Choice.of(Role.ALL, written.substring(0, at)), written.substring(at + 2));
  }
}
