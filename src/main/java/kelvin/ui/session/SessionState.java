package kelvin.ui.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.ui.lab.LabResult;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.workspace.ResultTable;
import kelvin.workspace.Session;
import kelvin.workspace.SweepResultTable;
import kelvin.workspace.ViewSettings;
import kelvin.workspace.Work;
import kelvin.workspace.token.Continuation;

/// Reads the state of the panels for a session and restores it.
final class SessionState {

  private final PlaygroundViewModel playground;
  private final SamplingState sampling;
  private final CompositionState composition;

  private final AnswersState answers;
  private final PlaybackState playback;
  private final ComparedState compared;
  private final LabState lab;
  private final MapState map;
  private final InnerState inner;
  private final LayersState layers;

  // Members that this window has no panel for are kept unchanged.
  private List<ResultTable> otherResults = List.of();
  private Map<String, Object> other = Map.of();

  SessionState(PlaygroundViewModel playground) {
    this.playground = playground;
    sampling = new SamplingState(playground.sampling());
    composition = new CompositionState(playground);
    answers = new AnswersState(playground.distribution().answers());
    playback = new PlaybackState(playground.generation());
    compared = new ComparedState(playground.pages().compare());
    lab = new LabState(playground.pages().lab());
    map = new MapState(playground.pages().inside());
    inner = new InnerState(playground.prompt().inner());
    layers = new LayersState(playground.distribution().layers());
  }

  // Reading

  Session session() {
    return new Session(
        work(),
        playground.work().branches(),
        results(),
        viewSettings(),
        playground.work().model(),
        other());
  }

  private List<ResultTable> results() {
    var all = new ArrayList<ResultTable>();
    for (var sweep : playground.pages().lab().results()) {
      all.add(SweepResultTable.of(sweep.title(), sweep.result()));
    }
    // Saved in the order in which they were started, regardless of the order of the list.
    all.sort(Comparator.comparing(table -> table.settings().getOrDefault("begun", "")));
    all.addAll(otherResults);
    return all;
  }

  private Map<String, Object> other() {
    var all = new HashMap<>(other);
    compared.get().ifPresent(members -> all.put(ComparedState.MEMBER, members));
    answers.get().ifPresent(members -> all.put(AnswersState.MEMBER, members));
    playback.get().ifPresent(members -> all.put(PlaybackState.MEMBER, members));
    lab.get().ifPresent(members -> all.put(LabState.MEMBER, members));
    map.get().ifPresent(members -> all.put(MapState.MEMBER, members));
    inner.get().ifPresent(members -> all.put(InnerState.MEMBER, members));
    layers.get().ifPresent(members -> all.put(LayersState.MEMBER, members));
    return all;
  }

  Work work() {
    return new Work(
        composition.prompt(),
        composition.labels(),
        sampling.get(),
        playground.work().continuation(),
        composition.task(),
        playground.pages().compare().comparisonProperty().get(),
        playground.pages().inside().map().chosenProperty().get(),
        playground.pages().paths().pathsProperty().get());
  }

  private ViewSettings viewSettings() {
    return new ViewSettings(
        playground.position(),
        Optional.of(playground.distribution().scaleProperty().get()),
        Optional.of(playground.prompt().shadingProperty().get()),
        ViewSettings.Probabilities.of(
            playground.distribution().film().scaleProperty().get(),
            playground.pages().lab().scaleProperty().get()),
        playground.watch().texts());
  }

  // Restoring

  void restore(Session session, boolean modelIsComing) {
    restoreResults(session.results());
    restoreOther(session.other());
    playground.work().setAside().restore(session.setAside());
    var viewSettings = session.viewSettings();
    viewSettings.barScale().ifPresent(playground.distribution().scaleProperty()::set);
    viewSettings.shading().ifPresent(playground.prompt().shadingProperty()::set);
    var scales = viewSettings.probabilities();
    playground.distribution().film().scaleProperty().set(scales.filmOrUsual());
    playground.pages().lab().scaleProperty().set(scales.sweepOrUsual());
    playground.watch().restore(viewSettings.watched());
    var tokens = MapState.tokens(session.other().get(MapState.MEMBER));
    restore(session.work().withMap(tokens), viewSettings.position(), modelIsComing);
  }

  private void restoreResults(List<ResultTable> tables) {
    var sweeps = new ArrayList<LabResult>();
    var others = new ArrayList<ResultTable>();
    for (var table : tables) {
      SweepResultTable.read(table)
          .ifPresentOrElse(
              sweep -> sweeps.add(new LabResult(table.title(), sweep)), () -> others.add(table));
    }
    otherResults = List.copyOf(others);
    playground.pages().lab().restore(sweeps);
  }

  private void restoreOther(Map<String, Object> members) {
    var rest = new HashMap<>(members);
    compared.restore(rest.remove(ComparedState.MEMBER));
    answers.restore(rest.remove(AnswersState.MEMBER));
    playback.restore(rest.remove(PlaybackState.MEMBER));
    lab.restore(rest.remove(LabState.MEMBER));
    map.restore(rest.remove(MapState.MEMBER));
    inner.restore(rest.remove(InnerState.MEMBER));
    layers.restore(rest.remove(LayersState.MEMBER));
    other = Map.copyOf(rest);
  }

  void restore(Work work) {
    restore(work, OptionalInt.empty(), false);
  }

  private void restore(Work work, OptionalInt position, boolean modelIsComing) {
    sampling.restore(work.sampling());
    map.restoreTokens(work.map());
    Runnable change =
        () -> {
          composition.restore(work);
          playground.pages().compare().restore(work.comparison());
        };
    Continuation continuation = work.continuation();
    if (modelIsComing) {
      playground.work().restoreLater(change, continuation, position);
    } else {
      playground.work().restore(change, continuation, position);
    }
    // Last: the tokens that were there before would be added to the paths.
    playground.pages().paths().pathsProperty().set(work.paths());
  }
}
