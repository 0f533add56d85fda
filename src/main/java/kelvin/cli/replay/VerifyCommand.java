package kelvin.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.ProgressTeller;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.output.replay.VerifyAnswer;
import kelvin.engine.certificate.Verifier;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `kelvin verify`: whether a recorded text comes out the same, to the bit.
@Command(
    name = "verify",
    header = "Check a certificate: is the text the same to the bit, or where does it differ first?",
    description = {
      "",
      "The certificate is a file that kelvin generate wrote. It has the hashes of the model's files",
      "and of each row of logits, the tokens, the settings and each draw. All of it is made again",
      "and compared, after the recorded tokens. Other processors and other numbers of threads add",
      "in another order, so their logits can differ in the last digits; the answer then says where",
      "first, and whether the same tokens are drawn all the same.",
      "A certificate is no signature: who changes all of it can make it agree.",
      "",
      "The exit code is 1 if something differs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin generate --prompt \"Once upon a time\" --seed 7 --certificate story.json",
      "  kelvin verify story.json"
    })
public final class VerifyCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Parameters(paramLabel = "FILE", description = "The certificate.")
  private Path file = Path.of("");

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  public VerifyCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var opened = CertificateOutput.read(file);
    var certificate = opened.certificate();
    int steps = certificate.path().steps().size();
    var progress = new ProgressTeller(environment.streams(), false);
    try (var loaded = model.open(environment)) {
      var found =
          Verifier.verify(
              certificate,
              opened.isAsWritten(),
              loaded,
              done -> progress.tell(done, steps, "steps", Double.NaN),
              environment.cancellation());
      var answer = new VerifyAnswer(certificate, found);
      if (json.isGiven()) {
        answer.write(new Json(environment.streams().out()));
      } else {
        answer.print(environment.streams().out());
      }
      return found.isSame() ? ExitCode.DONE : ExitCode.DIFFERS;
    }
  }
}
