package kelvin.ui.lab;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The orders of the list of sweeps.
public enum ResultOrder {
  NEWEST("newest first"),
  NAME("by name"),
  KIND("by kind");

  /// The orders as in the menu.
  public static final List<ResultOrder> ALL = List.of(values());

  private final String label;

  ResultOrder(String label) {
    this.label = label;
  }

  /// The name for display.
  String label() {
    return label;
  }

  Comparator<LabResult> comparator() {
    return switch (this) {
      case NEWEST ->
          Comparator.comparing((LabResult r) -> r.result().facts().begun().orElse(Instant.MIN))
              .reversed();
      case NAME -> Comparator.comparing(LabResult::title, String.CASE_INSENSITIVE_ORDER);
      case KIND ->
          Comparator.comparing((LabResult r) -> LabResult.name(r.result().kind()))
              .thenComparing(NEWEST.comparator());
    };
  }
}
