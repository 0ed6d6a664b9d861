package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three datasets, each made from the one before: what was made from what, up and down. */
class LineageRoadIT {
    private static final String ELSEWHERE = "ab".repeat(32);

    @TempDir
    Path workspace;

    @Test
    void versionsAreFollowedUpstreamAndDownstream() throws IOException {
        String raw = scanned("tides-raw", List.of());
        String clean = scanned("tides-clean", List.of("manifest-sha256: " + raw, "location: s3://elsewhere/notes/"));
        scanned("tides-mix", List.of("manifest-sha256: " + clean, "manifest-sha256: " + ELSEWHERE));
        scanned("tides-mix-2", List.of("manifest-sha256: " + clean, "manifest-sha256: " + raw));

        assertThat(lineage("tides-mix").out())
                .containsSubsequence(
                        "tides-mix@1  sha256:",
                        "made from:",
                        "  tides-clean@1  sha256:" + clean + "  (source notes)",
                        "    tides-raw@1  sha256:" + raw + "  (source notes)",
                        "    s3://elsewhere/notes/, not pinned to a manifest  (source notes)",
                        "  sha256:" + ELSEWHERE + ", not on record here",
                        "made from it: nothing on record");
        assertThat(lineage("tides-raw@1").out().lines().map(line -> line.replaceFirst("  sha256:.*", "")))
                .containsExactly(
                        "tides-raw@1",
                        "made from: nothing its card names",
                        "made from it:",
                        "  tides-clean@1",
                        "    tides-mix@1",
                        "    tides-mix-2@1",
                        "  tides-mix-2@1");

        JsonObject json = lineage("tides-clean", "--json").lines().get(0);
        assertThat(json.array("upstream")
                        .objects(edge -> edge.findString("name").orElse("?")))
                .containsExactly("tides-raw@1", "?");
        assertThat(json.array("downstream").objects(edge -> edge.string("name")))
                .containsExactly("tides-mix@1", "tides-mix-2@1");
        assertThat(CommandRun.in(workspace, "lineage", "tides-none").code()).isEqualTo(5);
    }

    @Test
    void inputsNamedByLocationArePinnedOnce() throws IOException {
        String raw = scanned("tides-raw", List.of());
        String clean = scanned("tides-clean", List.of("location: ../tides-raw/./data/"));
        assertThat(lineage("tides-clean").out()).contains("  tides-raw@1  sha256:" + raw + "  (source notes)");
        assertThat(lineage("tides-raw").out()).contains("  tides-clean@1  sha256:" + clean);

        Files.writeString(workspace.resolve("tides-raw/data/b.jsonl"), "{\"text\":\"low at six\"}\n");
        String more = again("tides-raw");
        assertThat(more).isNotEqualTo(raw);
        assertThat(again("tides-clean")).isEqualTo(clean);
        assertThat(lineage("tides-clean").out())
                .describedAs("the same bytes were made of the same")
                .contains("  tides-raw@1  sha256:" + raw + "  (source notes)");

        Files.writeString(workspace.resolve("tides-clean/data/b.jsonl"), "{\"text\":\"low at six\"}\n");
        again("tides-clean");
        assertThat(lineage("tides-clean").out()).contains("  tides-raw@2  sha256:" + more + "  (source notes)");
    }

    private void askForApprovedInputs() throws IOException {
        Files.writeString(
                workspace.resolve("policy.yaml"),
                "rules: [{id: secrets, otherwise: needs-approval, secret-count: {max: 0}}, {id: inputs, provenance: {upstream:"
                        + " approved}}]\n");
        Files.writeString(workspace.resolve("assay.yaml"), "policy: policy.yaml\n");
    }

    @Test
    void thePolicyAsksForInputsOnRecordAndApproved() throws IOException {
        askForApprovedInputs();
        Files.createDirectories(workspace.resolve("tides-raw/data"));
        Files.writeString(
                workspace.resolve("tides-raw/data/key.jsonl"),
                "{\"text\":\"password = 'vV7-qk2-Zp9-xR4-mN8'\"}\n{\"text\":\"token ghp_3vQx9LmT2kYb7Wz5Rn8Jc4Hd6Gf1As0EpUiO\"}\n");
        scanned("tides-raw", List.of());
        String waiting = scannedBy("tides-clean", List.of("location: ../tides-raw/data"));
        assertThat(waiting).contains("notes: tides-raw@1 is not approved");

        Files.delete(workspace.resolve("tides-raw/data/key.jsonl"));
        again("tides-raw");
        Files.writeString(workspace.resolve("tides-clean/data/b.jsonl"), "{\"text\":\"low at six\"}\n");
        assertThat(CommandRun.in(workspace, "scan", "tides-clean/dataset.yaml").code())
                .isZero();

        Files.createDirectories(workspace.resolve("copy"));
        Files.writeString(workspace.resolve("copy/dataset.yaml"), "id: tides-copy\nlocation: ../tides-raw/data\n");
        again("copy");
        assertThat(scannedBy("tides-mix", List.of("location: ../tides-raw/data", "location: ../nowhere")))
                .contains("notes: ../tides-raw/data is the place of tides-copy@1, tides-raw@2")
                .contains("notes: ../nowhere is not on record");
        assertThat(lineage("tides-mix").out()).contains("../tides-raw/data, not pinned to a manifest");
    }

    @Test
    void anInputIsApprovedForTheSamePurposesOnly() throws IOException {
        askForApprovedInputs();
        Files.createDirectories(workspace.resolve("tides-raw/data"));
        Files.writeString(
                workspace.resolve("tides-raw/data/key.jsonl"), "{\"text\":\"password = 'vV7-qk2-Zp9-xR4-mN8'\"}\n");
        scanned("tides-raw", List.of());
        call("keys", "--new", "ada.pem");
        call("trust", "--add", "ada.pub.pem", "--holder", "Ada Wren", "--role", "privacy", "--reason", "Privacy");
        approve("research");

        derived("research");
        assertThat(call("gate", "tides-made/dataset.yaml", "--purpose", "research")
                        .code())
                .isZero();
        derived("research, advertising");
        assertThat(call("gate", "tides-made/dataset.yaml", "--purpose", "research")
                        .err())
                .contains("notes: tides-raw@1 is not approved");
        approve("advertising");
        derived("advertising, research");
        assertThat(call("gate", "tides-made/dataset.yaml", "--purpose", "research")
                        .code())
                .isZero();
    }

    private void approve(String purpose) {
        CommandRun approved = call(
                "approve", "tides-raw@1", "--purpose", purpose, "--expires", "9d", "--review", "All", "-k", "ada.pem");
        assertThat(approved.code()).describedAs(approved.err()).isZero();
    }

    private void derived(String purposes) throws IOException {
        Files.createDirectories(workspace.resolve("tides-made/data"));
        Files.writeString(
                workspace.resolve("tides-made/dataset.yaml"),
                "id: tides-made\npurposes: [" + purposes
                        + "]\nsources: [{id: notes, upstream: [{location: ../tides-raw/data}]}]\n");
        Files.writeString(workspace.resolve("tides-made/data/a.jsonl"), "{\"text\":\"high at noon\"}\n");
        assertThat(call("scan", "tides-made/dataset.yaml").code()).isLessThan(4);
    }

    private CommandRun call(String... args) {
        return CommandRun.in(workspace, args);
    }

    /** Scans a dataset that the policy refuses; answers what the gate says of it. */
    private String scannedBy(String id, List<String> upstream) throws IOException {
        scanned(id, upstream);
        CommandRun gate = CommandRun.in(workspace, "gate", id + "/dataset.yaml");
        assertThat(gate.code()).describedAs(gate.err()).isEqualTo(1);
        return gate.err();
    }

    private String again(String id) {
        CommandRun run = CommandRun.in(workspace, "scan", id + "/dataset.yaml", "--json");
        assertThat(run.code()).describedAs(run.err()).isLessThan(4);
        return run.lines().get(0).string("manifestSha256");
    }

    private CommandRun lineage(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "lineage";
        System.arraycopy(args, 0, all, 1, args.length);
        CommandRun run = CommandRun.in(workspace, all);
        assertThat(run.code()).describedAs(run.err()).isZero();
        return run;
    }

    /** Scans a dataset made from others; answers its manifest's digest. */
    private String scanned(String id, List<String> upstream) throws IOException {
        Path folder = workspace.resolve(id);
        Files.createDirectories(folder.resolve("data"));
        StringBuilder card = new StringBuilder("id: " + id + "\nlocation: data\nsources:\n  - id: notes\n");
        card.append(upstream.isEmpty() ? "" : "    upstream:\n");
        upstream.forEach(line -> card.append("      - ").append(line).append('\n'));
        Files.writeString(folder.resolve("dataset.yaml"), card, StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("data/a.jsonl"), "{\"text\":\"high at noon in " + id + "\"}\n", StandardCharsets.UTF_8);
        CommandRun run = CommandRun.in(workspace, "scan", id + "/dataset.yaml", "--json");
        assertThat(run.code()).describedAs(run.err()).isLessThan(4);
        return run.lines().get(0).string("manifestSha256");
    }
}
