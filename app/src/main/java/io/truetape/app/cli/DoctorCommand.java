package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.DataFolder;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says what would stand in the way of a run.
@Command(
    name = "doctor",
    description =
        "Checks configuration, rules, data folder, disk and port. Exit code 1 on trouble.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final long LOW_BYTES = 2L << 30;

  @Mixin private Shared shared = new Shared();

  @Override
  public Integer call() throws IOException {
    Map<String, Object> findings = new LinkedHashMap<>();
    Config config = shared.config();
    findings.put("configuration", "ok");
    RuleFile rules =
        config.run().rules().isEmpty()
            ? RuleFile.standard()
            : RuleFile.read(Path.of(config.run().rules()));
    findings.put("rules", rules.name() + " " + rules.version() + " " + rules.sha256());
    findings.put("java", Runtime.version().toString());
    boolean folderSound = folder(config, findings);
    boolean sound = port(config, findings) && folderSound;
    new Console(shared.json, 0).result(findings);
    return sound ? 0 : 1;
  }

  private boolean folder(Config config, Map<String, Object> findings) throws IOException {
    Path data = shared.data(config);
    try (DataFolder folder = DataFolder.open(data)) {
      FileStore disk = Files.getFileStore(folder.root());
      long free = disk.getUsableSpace();
      findings.put("data folder", data + ", " + (free >> 30) + " GiB free");
      findings.put("sessions", folder.sessions());
      if (free < LOW_BYTES) {
        findings.put("disk", "less than 2 GiB free: a busy day needs several");
        return false;
      }
      return true;
    } catch (BadInput e) {
      findings.put("data folder", String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static boolean port(Config config, Map<String, Object> findings) {
    int port = config.server().port();
    try (ServerSocket socket =
        new ServerSocket(port, 1, InetAddress.getByName(config.server().host()))) {
      findings.put("port", socket.getLocalPort() + " is free");
      return true;
    } catch (IOException e) {
      findings.put("port", port + ": " + e.getMessage());
      return false;
    }
  }
}
