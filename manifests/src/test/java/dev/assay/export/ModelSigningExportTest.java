package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.statement.Envelope;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSigningExportTest extends ExportContract {
    /** Written from the specification, in another language, with nothing but its standard library and openssl. */
    private static final Path VERIFIER = Path.of("src/test/python/verify_model_signing.py");

    @TempDir
    Path directory;

    @Override
    Export export() {
        return new ModelSigningExport();
    }

    @Override
    boolean refuses(ExportInput input) {
        return input.files().stream().anyMatch(file -> file.sha256() == null);
    }

    @Override
    List<byte[]> stable(List<byte[]> files) {
        return List.of(envelope(files).payload());
    }

    @Override
    void check(List<byte[]> files, ExportInput input) {
        JsonObject bundle = Json.parse(files.get(0)).asObject();
        assertThat(bundle.string("mediaType")).isEqualTo("application/vnd.dev.sigstore.bundle.v0.3+json");
        assertThat(envelope(files).signedBy(List.of(ExportExamples.KEY.key()))).hasSize(1);
        JsonObject statement = Json.parse(envelope(files).payload()).asObject();
        assertThat(statement.string("predicateType")).isEqualTo("https://model_signing/signature/v1.0");
        assertThat(statement.object("predicate").array("resources").size())
                .isEqualTo(input.files().size());
    }

    private static Envelope envelope(List<byte[]> files) {
        return Envelope.parse(
                Json.parse(files.get(0)).asObject().object("dsseEnvelope").canonicalBytes());
    }

    @Test
    void takesNoKeyTheSpecificationDoesNot() {
        ExportInput input = ExportExamples.rich(Profile.INTERNAL);
        ExportInput edwards = new ExportInput(
                input.record(),
                input.attested(),
                input.setAside(),
                input.profile(),
                SigningKey.generate(KeyAlgorithm.ED25519),
                null);
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> export().write(edwards))
                .withMessageContaining("NIST curves");
    }

    @Test
    void anotherProgramVerifiesIt() throws Exception {
        assertThat(verify(Map.of())).isEqualTo("OK 3 files");
    }

    @Test
    void anotherProgramNoticesAChangedAMissingAndAnAddedFile() throws Exception {
        assertThat(verify(Map.of("letters/a.jsonl", "elm\n"))).isEqualTo("letters/a.jsonl: digest differs");
        Files.delete(directory.resolve("data/letters/a.jsonl"));
        assertThat(run()).isEqualTo("letters/a.jsonl: missing");
        Files.writeString(directory.resolve("data/letters/a.jsonl"), ExportExamples.FILES.get("letters/a.jsonl"));
        Files.writeString(directory.resolve("data/more.txt"), "x");
        assertThat(run()).isEqualTo("more.txt: not signed");
    }

    @Test
    void anotherProgramNoticesAnotherKey() throws Exception {
        verify(Map.of());
        Files.writeString(
                directory.resolve("key.pem"),
                SigningKey.generate(KeyAlgorithm.ECDSA_P256).key().toPem());
        assertThat(run()).isEqualTo("key: hint differs");
    }

    private String verify(Map<String, String> changed) throws Exception {
        for (Map.Entry<String, String> file : ExportExamples.FILES.entrySet()) {
            Path path = directory.resolve("data").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, changed.getOrDefault(file.getKey(), file.getValue()));
        }
        Files.write(
                directory.resolve("dataset.sig"),
                export().write(ExportExamples.rich(Profile.INTERNAL)).get(0));
        Files.writeString(directory.resolve("key.pem"), ExportExamples.KEY.key().toPem());
        return run();
    }

    private String run() throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(
                            "python3",
                            VERIFIER.toAbsolutePath().toString(),
                            directory.resolve("data").toString(),
                            directory.resolve("dataset.sig").toString(),
                            directory.resolve("key.pem").toString())
                    .redirectErrorStream(true)
                    .start();
            new ProcessBuilder("openssl", "version").start().waitFor();
        } catch (IOException absent) {
            assumeTrue(
                    false, "python3 or openssl is not on the PATH; the signature was not verified by another program.");
            throw absent;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isEqualTo(said.startsWith("OK ") ? 0 : 1);
        return said;
    }
}
