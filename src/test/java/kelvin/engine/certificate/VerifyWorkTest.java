package kelvin.engine.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.Generation;
import kelvin.engine.path.PathStart;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.StartToken;
import org.junit.jupiter.api.Test;

/// If these fail, the window verifies a text with states of other runs, or makes a certificate of a
/// text that its settings do not draw.
final class VerifyWorkTest {

  private final Certificate example = Certificates.example();

  @Test
  void aModelInUseVerifiesAsIfItHadRunNothing() {
    var model = new FakeLanguageModel();
    int[] context = example.path().contextArray();
    model.run(context, 0, (_, _) -> {}, new Cancellation());
    int before = model.positionsRun();
    var found = new ArrayList<Verification>();
    var work = new VerifyWork(example, true, _ -> {}, found::add, AssertionError::new);

    work.runSlice(Certificates.loaded(model), new Cancellation());

    assertTrue(found.getFirst().isSame(), found.toString());
    int steps = example.path().steps().size();
    assertEquals(
        before + 1 + context.length + steps - 1,
        model.positionsRun(),
        "another token, the whole prompt, and each token but the last");
  }

  private CertificateWork making(List<Integer> tokens, List<Certificate> made) {
    var of = example.path().settings();
    return new CertificateWork(
        example.maker(),
        new PathStart(example.prompt().orElseThrow().text(), StartToken.AUTO, List.of()),
        new Generation.Settings(of.sampling(), of.mode(), of.seed(), tokens.size()),
        tokens,
        _ -> {},
        made::add,
        AssertionError::new);
  }

  @Test
  void theCertificateOfAKnownTextIsThatOfItsGeneration() {
    var model = new FakeLanguageModel();
    model.run(example.path().contextArray(), 0, (_, _) -> {}, new Cancellation());
    var made = new ArrayList<Certificate>();

    making(example.path().ids(), made).runSlice(Certificates.loaded(model), new Cancellation());

    assertEquals(List.of(example), made);
  }

  @Test
  void aTextThatTheSettingsDoNotDrawHasNoCertificate() {
    var tokens = new ArrayList<>(example.path().ids());
    tokens.set(2, tokens.get(2) == 65 ? 66 : 65);
    var made = new ArrayList<Certificate>();
    var work = making(tokens, made);

    var refusal =
        assertThrows(
            InferenceException.class,
            () -> work.runSlice(Certificates.loaded(new FakeLanguageModel()), new Cancellation()));

    assertTrue(String.valueOf(refusal.getMessage()).startsWith("Token 3 "), refusal.getMessage());
    assertEquals(List.of(), made);
  }
}
