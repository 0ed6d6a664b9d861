package dev.assay.export;

import dev.assay.json.Json;
import dev.assay.manifest.Canaries;
import java.util.List;
import java.util.Optional;

/**
 * A section for a <a href="https://huggingface.co/docs/hub/datasets-cards">Hugging Face dataset card</a>: front matter with what
 * the hub reads, and in Markdown what was found, read and not measured. Texts of people and of the data are escaped.
 */
final class HuggingFaceExport implements Export {
    @Override
    public String name() {
        return "huggingface";
    }

    @Override
    public String title() {
        return "Hugging Face dataset card section";
    }

    @Override
    public String ending() {
        return "card.md";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        StringBuilder card = new StringBuilder();
        front(card, input);
        card.append("# ").append(escaped(input.title())).append("\n\n");
        input.declared()
                .findString("description")
                .ifPresent(text -> card.append(escaped(text)).append("\n\n"));
        personal(card, input);
        limits(card, input);
        record(card, input);
        return Written.text(card.toString());
    }

    private static void front(StringBuilder card, ExportInput input) {
        card.append("---\n");
        card.append("pretty_name: ").append(quoted(input.title())).append('\n');
        List<String> licences = DeclaredSources.texts(input, "license");
        if (licences.size() == 1) {
            card.append("license: other\nlicense_name: ")
                    .append(quoted(licences.get(0)))
                    .append('\n');
        }
        card.append("size_categories:\n- ")
                .append(quoted(size(input.facts().content().rows())))
                .append('\n');
        List<String> purposes = Optional.ofNullable(input.dataset().purposes()).orElse(List.of());
        if (!purposes.isEmpty()) {
            card.append("tags:\n");
            purposes.forEach(
                    purpose -> card.append("- ").append(quoted(purpose)).append('\n'));
        }
        card.append("---\n\n");
    }

    /** A JSON string, which is YAML too. */
    private static String quoted(String text) {
        return Json.of(OneLine.of(text)).canonical();
    }

    private static String size(long rows) {
        long floor = 1000;
        String[] names = {"n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B"};
        for (String name : names) {
            if (rows < floor) {
                return name;
            }
            floor *= 10;
        }
        return rows < floor ? "1B<n<10B" : "n>10B";
    }

    private static void personal(StringBuilder card, ExportInput input) {
        card.append("## Personal and Sensitive Information\n\n");
        List<FoundEntity> found =
                input.found().stream().filter(FoundEntity::isPersonal).toList();
        if (found.isEmpty()) {
            card.append(
                    "The scan found nothing to show here. Finding nothing does not show that nothing is there.\n\n");
            return;
        }
        boolean columns = !input.isPublic();
        card.append(
                columns
                        ? "| Type | Kind | Column | Cells | Hits |\n|---|---|---|---|---|\n"
                        : "| Type | Kind | Cells | Hits |\n|---|---|---|---|\n");
        for (FoundEntity entity : found) {
            card.append("| ")
                    .append(entity.type().name())
                    .append(" | ")
                    .append(entity.type().dataClass().label())
                    .append(entity.setAside() == null ? "" : ", suppressed by the policy");
            String column = entity.column();
            if (column != null) {
                card.append(" | ").append(escaped(column));
            }
            card.append(" | ")
                    .append(entity.cellsText())
                    .append(" | ")
                    .append(entity.hits())
                    .append(" |\n");
        }
        card.append('\n');
    }

    private static void limits(StringBuilder card, ExportInput input) {
        Canaries canaries = input.facts().efficacy().canaries();
        card.append("## Limits of the scan\n\n");
        card.append("- Known values sent through the detectors: ")
                .append(canaries.found())
                .append(" of ")
                .append(canaries.planted())
                .append(" found.\n");
        input.facts()
                .coverage()
                .gaps()
                .forEach(gap -> card.append("- Not read: ").append(escaped(gap)).append(".\n"));
        input.facts().statuses().stream()
                .filter(status -> !status.reason().isEmpty())
                .forEach(status -> card.append("- Not measured: ")
                        .append(escaped(status.capability()))
                        .append(". ")
                        .append(escaped(status.reason()))
                        .append('\n'));
        input.facts()
                .limits()
                .forEach(limit -> card.append("- ").append(escaped(limit)).append('\n'));
        card.append('\n');
    }

    private static void record(StringBuilder card, ExportInput input) {
        card.append("## Record\n\n");
        card.append("Version ")
                .append(input.manifest().version())
                .append(", ")
                .append(input.facts().content().files())
                .append(" files, ")
                .append(input.facts().content().rows())
                .append(" rows. Manifest SHA-256 `")
                .append(input.manifest().sha256())
                .append("`, content root (RFC 6962) `")
                .append(input.facts().content().root())
                .append("`.\n");
    }

    /** With every character that Markdown or HTML reads as more than itself escaped, on one line. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        OneLine.of(text).codePoints().forEach(c -> {
            if (c < 0x80 && "\\`*_{}[]()#+!|<>&~$:".indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
            } else if (Character.getType(c) == Character.FORMAT) {
                escaped.append('\uFFFD');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
