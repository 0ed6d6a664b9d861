package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser. Leaves pictures of it in {@code target/report}. */
class ReportInChromiumIT {
    private static final Path PICTURES = Path.of("target/report");
    private static final List<String> TROUBLE = List.of(
            "\"Log.entryAdded\"",
            "\"Runtime.consoleAPICalled\"",
            "\"Runtime.exceptionThrown\"",
            "\"Audits.issueAdded\"");

    /** The elements whose text stands out too little from what is behind it, by WCAG 2.2's rule for AA. */
    private static final String PALE = """
            (() => {
              const rgb = text => text.match(/[0-9.]+/g).map(Number);
              const lightness = color => color.slice(0, 3)
                .map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4))
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = node => {
                for (let e = node; e; e = e.parentElement) {
                  const color = rgb(getComputedStyle(e).backgroundColor);
                  if (color.length < 4 || color[3] > 0) return color;
                }
                return [255, 255, 255];
              };
              const pale = new Set();
              for (const e of document.body.querySelectorAll('*')) {
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                if (!own || e.closest('svg')) continue;
                const a = lightness(rgb(getComputedStyle(e).color)) + 0.05;
                const b = lightness(behind(e)) + 0.05;
                if (Math.max(a, b) / Math.min(a, b) < 4.5) pale.add(e.tagName + '.' + e.className);
              }
              return [...pale].join(' ');
            })()""";

    @TempDir
    Path directory;

    @Test
    void showsTheRichExample() throws Exception {
        check("rich", ReportExamples.rich());
    }

    @Test
    void showsTheSmallExample() throws Exception {
        check("small", ReportExamples.small());
    }

    @Test
    void staysInShapeWithHostileNames() throws Exception {
        check("hostile", HostileReportTest.hostile());
    }

    private void check(String name, ReportInput input) throws Exception {
        Path page = Files.write(directory.resolve(name + ".html"), HtmlReport.render(input));
        Files.createDirectories(PICTURES);
        Files.copy(page, PICTURES.resolve(name + ".html"), StandardCopyOption.REPLACE_EXISTING);
        try (Chromium chromium = start()) {
            for (String domain : List.of("Page", "Network", "Log", "Runtime", "Audits")) {
                chromium.send(domain + ".enable", "{}");
            }
            chromium.open(page);
            for (String scheme : List.of("light", "dark")) {
                look(chromium, name, scheme, 1280);
                look(chromium, name, scheme, 375);
            }
            Files.write(
                    PICTURES.resolve(name + ".pdf"), chromium.data("Page.printToPDF", "{\"preferCSSPageSize\":true}"));
            assertThat(chromium.events().stream().filter(event -> event.contains("\"Network.requestWillBeSent\"")))
                    .as("requests: the page itself")
                    .hasSize(1)
                    .allMatch(event -> event.contains(page.toUri().toString()));
            assertThat(chromium.events()).noneMatch(event -> TROUBLE.stream().anyMatch(event::contains));
        }
    }

    private static void look(Chromium chromium, String name, String scheme, int width)
            throws IOException, InterruptedException {
        chromium.send(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]}");
        chromium.send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":" + (width < 600) + "}");
        assertThat(Integer.parseInt(chromium.evaluate("document.documentElement.scrollWidth")))
                .as("%s, %s: width of the page at %s px", name, scheme, width)
                .isLessThanOrEqualTo(width);
        assertThat(chromium.evaluate(PALE.replace("\n", " ")))
                .as("%s, %s: text of low contrast", name, scheme)
                .isEmpty();
        Files.write(
                PICTURES.resolve(name + "-" + scheme + "-" + width + ".png"),
                chromium.data("Page.captureScreenshot", "{\"captureBeyondViewport\":true}"));
    }

    private Chromium start() throws IOException, InterruptedException {
        Optional<Path> program = Browser.find(System.getenv());
        Assumptions.assumeTrue(program.isPresent(), "Chromium is not on the PATH; the page was not looked at.");
        return new Chromium(program.orElseThrow(), directory);
    }
}
