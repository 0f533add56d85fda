package kelvin.workspace.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import kelvin.engine.certificate.Certificates;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a certificate does not open again, or a changed one passes for the one that was
/// written.
final class CertificateFileTest {

  @TempDir private Path folder;

  private Path written() throws WorkspaceException {
    var file = folder.resolve("a.kelvin-certificate");
    CertificateFile.write(file, Certificates.example());
    return file;
  }

  @Test
  void aWrittenCertificateIsReadAsItIs() throws Exception {
    var opened = CertificateFile.read(written());

    assertEquals(Certificates.example(), opened.certificate());
    assertTrue(opened.isAsWritten());
  }

  @Test
  void aFlippedBitAnywhereIsNoticed() throws Exception {
    var file = written();
    var good = Files.readAllBytes(file);
    var random = new Random(3);
    for (int i = 0; i < 1500; i++) {
      var bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      assertFalse(passes(file), new String(bad, StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFileThatIsCutAnywhereIsNoCertificate() throws Exception {
    var file = written();
    var good = Files.readAllBytes(file);
    for (int length = 0; length < good.length - 2; length += 7) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThrows(WorkspaceException.class, () -> CertificateFile.read(file));
    }
  }

  /// Returns whether the file is taken for what was written. Whatever fails must fail with a
  /// sentence.
  private static boolean passes(Path file) {
    try {
      return CertificateFile.read(file).isAsWritten();
    } catch (WorkspaceException e) {
      assertFalse(e.reason().isBlank());
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1|\"version\": 99|it was saved by a newer Kelvin",
        "\"kelvin-certificate\"|\"kelvin-session\"|it is no kelvin certificate file",
        "\"seed\": -7|\"seed\": \"many\"|“sampling.seed” must be a whole number",
        "\"seed\"|\"sed\"|“sampling.seed” is missing",
        "\"inverse-cdf\"|\"dice\"|“sampling.draw” must be inverse-cdf or gumbel or greedy",
        "\"p\": 0.95|\"p\": 7|it holds what makes no sense: top-p must be between 0 and 1",
        "\"max-tokens\"|\"whenever\"|“stop” must be",
        "\"rank\"|\"rnk\"|“steps[0].rank” is missing"
      })
  void whatMakesNoSenseIsNamedWithItsPlace(String from, String to, String reason) throws Exception {
    var file = written();
    var text = Files.readString(file);
    assertTrue(text.contains(from), text);
    Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));

    var problem = assertThrows(WorkspaceException.class, () -> CertificateFile.read(file));

    assertTrue(problem.reason().contains(reason), problem.reason());
  }
}
