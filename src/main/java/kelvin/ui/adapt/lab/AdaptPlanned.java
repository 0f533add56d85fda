package kelvin.ui.adapt.lab;

import java.util.List;

/// The comparison that the form asks for, or the reason why there is none.
public sealed interface AdaptPlanned {

  /// The data is being read.
  record Reading() implements AdaptPlanned {}

  /// It can be run.
  ///
  /// @param summary the size of the parts and the number of points
  /// @param notes sentences about what makes the numbers worth less than they look
  record Ready(AdaptOrigin origin, String summary, List<String> notes) implements AdaptPlanned {
    public Ready {
      notes = List.copyOf(notes);
    }
  }

  /// It cannot be run.
  ///
  /// @param reason sentences for the user
  record Refused(String reason) implements AdaptPlanned {}
}
