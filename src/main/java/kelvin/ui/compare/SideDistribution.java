package kelvin.ui.compare;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.InvalidLogitsException;
import kelvin.engine.Prediction;
import kelvin.engine.next.NextToken;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Mark;
import org.jspecify.annotations.Nullable;

/// The distribution of the next token of a side. A slider evaluates it again without the model.
final class SideDistribution {

  private final SideSampling sampling;
  private final ChainEvaluator evaluator = new ChainEvaluator();
  private final ReadOnlyObjectWrapper<@Nullable DistributionPicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture");
  private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper(this, "heading", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale", false);
  private @Nullable Prediction prediction;

  /// The problem as far as it is not one of the sampling.
  private final ObservableValue<String> failure =
      problem.map(reason -> prediction == null ? reason : "");

  SideDistribution(SideSampling sampling) {
    this.sampling = sampling;
  }

  Optional<Prediction> prediction() {
    return Optional.ofNullable(prediction);
  }

  /// Handles a request for another distribution. What is shown is out of date until the answer.
  void outdate() {
    stale.set(prediction != null);
  }

  void show(Prediction answer, Vocabulary vocabulary, InformationUnit unit) {
    stale.set(false);
    prediction = answer;
    evaluate(vocabulary, unit);
  }

  void showNothing(String reason) {
    stale.set(false);
    prediction = null;
    heading.set("");
    problem.set(reason);
    sampling.viewModel().show(null);
    picture.set(null);
  }

  void evaluate(Vocabulary vocabulary, InformationUnit unit) {
    var now = prediction;
    if (now == null) {
      return;
    }
    try {
      var next = NextToken.of(now, sampling.chain(), evaluator);
      problem.set("");
      heading.set(new NextTokenPicture(next, vocabulary).heading());
      sampling.viewModel().show(next.distribution());
      picture.set(
          new DistributionPicture(next.distribution(), vocabulary::visibleText, Mark.NONE, unit));
    } catch (InvalidLogitsException e) {
      sampling.viewModel().show(null);
      problem.set(e.sentence());
      picture.set(null);
    }
  }

  /// The distribution; null for none.
  ReadOnlyObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  ReadOnlyStringProperty headingProperty() {
    return heading.getReadOnlyProperty();
  }

  /// The reason why there is no distribution, or empty.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The reason why the prompt cannot be run, or empty.
  ObservableValue<String> failure() {
    return failure;
  }

  /// True if the distribution belongs to an earlier text.
  ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }
}
