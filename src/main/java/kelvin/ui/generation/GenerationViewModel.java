package kelvin.ui.generation;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.engine.ContinuationText;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.ui.fx.Pacer;
import org.jspecify.annotations.Nullable;

/// The tokens generated after the prompt, and the commands step, play, stop and back.
///
/// This model decides when the next step is due and when playing ends; the playground carries out
/// the steps.
public final class GenerationViewModel {

  private final ObservableList<Step> steps = FXCollections.observableArrayList();
  private final ObjectProperty<ContinuationText> text =
      new SimpleObjectProperty<>(this, "text", ContinuationText.EMPTY);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyIntegerWrapper appended = new ReadOnlyIntegerWrapper(this, "appended", 0);
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing", false);
  private final BooleanProperty ready = new SimpleBooleanProperty(this, "ready", false);
  private final StringProperty whyNoDraw =
      new SimpleStringProperty(this, "whyNoDraw", "There is no distribution to draw from.");
  private final ObjectProperty<Shading> shading =
      new SimpleObjectProperty<>(this, "shading", Shading.SURPRISAL);
  private final ObjectProperty<Playback> playback =
      new SimpleObjectProperty<>(this, "playback", Playback.DEFAULT);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final StringProperty note = new SimpleStringProperty(this, "note", "");
  private final ObjectProperty<Optional<LookedAt>> lookedAt =
      new SimpleObjectProperty<>(this, "lookedAt", Optional.empty());
  private final BooleanBinding canStep = ready.and(playing.not());
  private final BooleanBinding canGoBack = Bindings.isNotEmpty(steps);
  private final Pacer pacer;
  private Runnable onStep = () -> {};
  private Runnable onBack = () -> {};
  private Runnable onReturn = () -> {};
  private Runnable onMakePrompt = () -> {};

  /// The number of steps when playing began.
  private int playedFrom;

  private boolean appending;

  /// The steps as a list that does not change; null until someone asks for it.
  private @Nullable List<Step> stepsNow;

  /// The token whose distribution is shown while the user looks back.
  ///
  /// @param position 0-based
  /// @param count the number of tokens in the context
  public record LookedAt(int position, int count) {}

  public GenerationViewModel(Pacer pacer) {
    this.pacer = pacer;
    steps.subscribe(() -> stepsNow = null);
    // The note is about the text that was there when playing ended.
    steps.subscribe(() -> note.set(""));
  }

  // Commands

  /// Draws one token.
  public void step() {
    note.set("");
    onStep.run();
  }

  /// Removes the last token.
  public void back() {
    stop();
    note.set("");
    if (!steps.isEmpty()) {
      onBack.run();
    }
  }

  /// Draws token after token until stopped.
  public void play() {
    if (!playing.get() && ready.get()) {
      note.set("");
      playedFrom = steps.size();
      playing.set(true);
      onStep.run();
    }
  }

  public void stop() {
    pacer.cancel();
    playing.set(false);
  }

  /// Stops playing and says why.
  public void finish(String why) {
    stop();
    note.set(why);
  }

  /// Shows the distribution of the next token again.
  public void returnToEnd() {
    onReturn.run();
  }

  /// Makes the generated text a part of the prompt.
  public void makePrompt() {
    stop();
    onMakePrompt.run();
  }

  /// Adds a token that was drawn or taken just now, behind those that are there.
  public void append(Step step) {
    appending = true;
    steps.add(step);
    appending = false;
    appended.set(appended.get() + 1);
  }

  /// True while a token that was drawn or taken just now is added.
  public boolean isAppending() {
    return appending;
  }

  /// Called after a token was drawn. Ends playing when one of its limits is reached.
  ///
  /// @param endsText whether the token ends a text
  public void drawn(boolean endsText) {
    var settings = playback.get();
    int played = steps.size() - playedFrom;
    if (endsText && (!playing.get() || settings.stopsAtEndOfText())) {
      finish("end of text");
    } else if (playing.get()) {
      if (!settings.stopText().isEmpty() && played(settings.stopText())) {
        finish("“" + VisibleText.of(settings.stopText()) + "” was reached");
      } else if (settings.maxTokens() > 0 && played >= settings.maxTokens()) {
        finish(Numbers.count(played) + (played == 1 ? " token was drawn" : " tokens were drawn"));
      }
    }
  }

  /// Returns whether a text was drawn since playing began.
  private boolean played(String wanted) {
    var drawn = text.get();
    return playedFrom < drawn.spans().size()
        && drawn.text().indexOf(wanted, drawn.spans().get(playedFrom).start()) >= 0;
  }

  /// Called when the distribution after the last token is ready. While playing, the next step is
  /// due.
  public void distributionArrived() {
    if (playing.get()) {
      pacer.after(
          playback.get().speed().seconds(),
          () -> {
            if (playing.get()) {
              onStep.run();
            }
          });
    }
  }

  public void setOnStep(Runnable onStep) {
    this.onStep = onStep;
  }

  public void setOnBack(Runnable onBack) {
    this.onBack = onBack;
  }

  public void setOnReturn(Runnable onReturn) {
    this.onReturn = onReturn;
  }

  public void setOnMakePrompt(Runnable onMakePrompt) {
    this.onMakePrompt = onMakePrompt;
  }

  // Properties

  public ObservableList<Step> steps() {
    return steps;
  }

  /// The present steps. All who follow them share one copy, since a text has thousands.
  public List<Step> stepsNow() {
    var now = stepsNow;
    if (now == null) {
      now = List.copyOf(steps);
      stepsNow = now;
    }
    return now;
  }

  /// The text of the steps.
  public ObjectProperty<ContinuationText> textProperty() {
    return text;
  }

  /// The step whose distribution is visible, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// Counts the tokens that were drawn or taken here. Those that undo, a session or a button brings
  /// back are not new.
  public ReadOnlyIntegerProperty appendedProperty() {
    return appended.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /// True if there is a distribution to draw from.
  public BooleanProperty readyProperty() {
    return ready;
  }

  /// The reason why nothing can be drawn while there is nothing to draw from.
  public StringProperty whyNoDrawProperty() {
    return whyNoDraw;
  }

  /// The settings of playing.
  public ObjectProperty<Playback> playbackProperty() {
    return playback;
  }

  /// The reason why playing ended, or empty.
  public StringProperty noteProperty() {
    return note;
  }

  /// The token that the user looks at; empty at the end of the text.
  public ObjectProperty<Optional<LookedAt>> lookedAtProperty() {
    return lookedAt;
  }

  /// The measure that the shades of the tokens show.
  public ObjectProperty<Shading> shadingProperty() {
    return shading;
  }

  /// The unit of surprisals and entropies.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  public BooleanBinding canStep() {
    return canStep;
  }

  public BooleanBinding canGoBack() {
    return canGoBack;
  }
}
