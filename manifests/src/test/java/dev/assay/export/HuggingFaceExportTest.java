package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HuggingFaceExportTest extends ExportContract {
    @Override
    Export export() {
        return new HuggingFaceExport();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) throws Exception {
        String card = text(files);
        assertThat(card).startsWith("---\n");
        int end = card.indexOf("\n---\n", 4);
        List<String> read = YamlFile.of("front matter", card.substring(4, end).getBytes(StandardCharsets.UTF_8))
                .as(front -> {
                    front.findText("license");
                    front.findText("license_name");
                    front.findTexts("tags");
                    front.text("pretty_name");
                    return front.texts("size_categories");
                });
        assertThat(read).containsExactly("n<1K");
        assertThat(card.substring(end)).doesNotContain("<script", "\u202e", "`x`", "$(");
    }

    @Test
    void showsCountsAndLimits() throws Exception {
        assertThat(text(export().write(ExportExamples.rich(Profile.INTERNAL))))
                .contains("| EMAIL_ADDRESS | contact | body | 5 | 5 |", "- Not measured: drift.")
                .contains("Finding nothing does not show that nothing is there.");
        assertThat(text(export().write(ExportExamples.rich(Profile.PUBLIC))))
                .contains("| EMAIL_ADDRESS | contact | 7 | 7 |")
                .doesNotContain("GITHUB_TOKEN");
    }
}
