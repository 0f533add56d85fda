package kelvin.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.prompt.task.TaskLibrary;
import org.junit.jupiter.api.Test;

/// If these fail, users judge prompts on data that is lopsided or repeats itself.
class DataLibraryTest {

  private static List<DataSet> all() throws DataException {
    var all = new ArrayList<DataSet>();
    for (var name : DataLibrary.names()) {
      var task = DataLibrary.find(name).orElseThrow();
      all.add(DataReader.of(name, task, new Split.Given()));
    }
    return all;
  }

  @Test
  void eachHasThreeHundredPairsWithNothingToMind() throws Exception {
    for (var data : all()) {
      assertEquals(150, data.train().size(), data.name());
      assertEquals(150, data.test().size(), data.name());
      assertEquals(List.of(), DataCheck.sentences(data), data.name());
    }
  }

  @Test
  void eachLabelIsEquallyFrequentInBothParts() throws Exception {
    for (var data : all()) {
      assertEquals(
          data.task().orElseThrow().labels().stream().sorted().toList(),
          data.labels().stream().sorted().toList());
      for (var part : List.of(data.train(), data.test())) {
        var counts =
            part.stream().collect(Collectors.groupingBy(Pair::label, Collectors.counting()));
        assertEquals(1, counts.values().stream().distinct().count(), counts.toString());
      }
    }
  }

  @Test
  void noInputAppearsTwice() throws Exception {
    for (var data : all()) {
      var inputs = new ArrayList<String>();
      data.train().forEach(pair -> inputs.add(pair.input()));
      data.test().forEach(pair -> inputs.add(pair.input()));
      assertEquals(inputs.size(), inputs.stream().distinct().count(), data.name());
    }
  }

  @Test
  void eachSaysItsOriginAndLicence() {
    for (var name : DataLibrary.names()) {
      var source = DataLibrary.find(name).orElseThrow().notes().source();
      assertTrue(source.contains("Written for Kelvin") && source.contains("Apache License 2.0"));
    }
  }

  @Test
  void noNameIsThatOfATask() {
    assertFalse(TaskLibrary.names().stream().anyMatch(DataLibrary.names()::contains));
    assertTrue(DataLibrary.find("nothing").isEmpty());
  }
}
