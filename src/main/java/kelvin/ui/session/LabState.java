package kelvin.ui.session;

import java.util.Map;
import java.util.Optional;
import kelvin.text.Choice;
import kelvin.ui.lab.LabSection;
import kelvin.ui.lab.LabViewModel;
import org.jspecify.annotations.Nullable;

/// Reads the chosen section of the lab for a session and restores it.
///
/// It is a member of its own at the top level, where versions that do not know it keep it.
final class LabState {

  /// The member of a session.
  static final String MEMBER = "lab";

  private static final String SECTION = "section";

  private final LabViewModel lab;

  LabState(LabViewModel lab) {
    this.lab = lab;
  }

  /// Empty while the sweeps are chosen, which is the default.
  Optional<Map<String, Object>> get() {
    var section = lab.sectionProperty().get();
    return section == LabSection.SWEEP
        ? Optional.empty()
        : Optional.of(Map.of(SECTION, section.label()));
  }

  /// A section that is missing or unknown gets the default.
  void restore(@Nullable Object member) {
    var word = member instanceof Map<?, ?> map ? map.get(SECTION) : null;
    lab.sectionProperty()
        .set(
            word instanceof String text
                ? Choice.find(LabSection.ALL, text).orElse(LabSection.SWEEP)
                : LabSection.SWEEP);
  }
}
