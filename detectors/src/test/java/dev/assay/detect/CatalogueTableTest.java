package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables people read say what the catalogue says. {@code -Dgolden.update} writes them anew. */
class CatalogueTableTest {
    @Test
    void theTableOfTypesIsTheCatalogues() throws IOException {
        holds(
                Path.of("docs/types.md"),
                "types",
                CatalogueTable.types(RuleSet.shippedWithNames().detectors()));
    }

    @Test
    void theReadmesSummaryIsTheCatalogues() throws IOException {
        holds(
                Path.of("../README.md"),
                "summary of types",
                CatalogueTable.summary(RuleSet.shippedWithNames().detectors()));
    }

    @Test
    void everyPeerOfAnEntryHasItsColumn() {
        assertThat(RuleSet.shippedWithNames().detectors())
                .allSatisfy(detector ->
                        assertThat(CatalogueTable.peers()).as(detector.id()).containsAll(detector.peers()));
    }

    private static void holds(Path file, String name, String table) throws IOException {
        String text = Files.readString(file);
        Matcher block = Pattern.compile("(<!-- " + name + " -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as("a block `%s` in %s", name, file).isTrue();
        String expected = block.replaceFirst("$1\n" + Matcher.quoteReplacement(table) + "\n$2");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, expected);
        } else {
            assertThat(text).isEqualTo(expected);
        }
    }
}
