package io.truetape.server.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// `web/src/generated/contract.ts`: what it must say.
public final class ContractFile {
  public static final Path ROOT = Path.of(System.getProperty("truetape.root", ".."));
  public static final Path FILE = ROOT.resolve("web/src/generated/contract.ts");
  public static final Path FACTS = ROOT.resolve("web/src/generated/generated-conclusions.ts");
  private static final String WIRE = "server/src/test/java/io/truetape/server/contract/Wire.java";
  private static final String ROWS =
      "server/src/test/java/io/truetape/server/contract/FactTypes.java";

  private ContractFile() {}

  public static String text() throws IOException {
    return new TypeScript().file(Wire.ALL, head(WIRE) + "\n");
  }

  /// Rows of conclusions.
  public static String facts() throws IOException {
    return head(ROWS) + "\n" + new FactTypes().text();
  }

  private static String head(String source) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append("// Generated from the Java records of the wire; do not edit.\n");
    head.append(
        "// Again: mvn -q -pl server -am test -Dtest=ContractTest -Dtruetape.contract=write");
    head.append(" -Dsurefire.failIfNoSpecifiedTests=false\n");
    head.append("// source %s sha256 %s%n".formatted(source, hash(ROOT.resolve(source))));
    return head.toString();
  }

  private static String hash(Path file) throws IOException {
    try {
      byte[] text = Files.readString(file).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
