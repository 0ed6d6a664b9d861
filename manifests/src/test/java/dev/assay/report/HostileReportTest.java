package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DataClass;
import dev.assay.config.EntityType;
import dev.assay.config.FindingClass;
import dev.assay.config.Policy;
import dev.assay.config.Severity;
import dev.assay.manifest.ColumnCoverage;
import dev.assay.manifest.ColumnCoverage.Reading;
import dev.assay.manifest.Coverage;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.FileEntry;
import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSample;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Skipped;
import dev.assay.manifest.SkippedPart;
import dev.assay.manifest.Surroundings;
import dev.assay.policy.Decision;
import dev.assay.policy.Outcome;
import dev.assay.policy.PolicyEvaluation;
import dev.assay.policy.RuleResult;
import dev.assay.policy.WaivedDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names and samples are whatever the data holds; none of it may become markup or mislead the eye. */
class HostileReportTest {
    private static final EntityType EMAIL = new EntityType("EMAIL_ADDRESS", DataClass.CONTACT);

    /** Every one of these is a column, a file, a sample, a reason and a signer. */
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</style><style>body{display:none}",
            "</title><base href=x>",
            "&lt;b&gt; &amp; &#60;",
            "<!-- --> ]]> ${1+1} @raw",
            "javascript:alert(1)",
            "invoice\u202Egnp.exe",
            "a\u2066b\u2069c",
            "zero\u200Bwidth\uFEFF",
            "\u05E9\u05DC\u05D5\u05DD/\u0645\u0631\u062D\u0628\u0627.txt",
            "x".repeat(390),
            "word ".repeat(2_000) + "end");

    @Test
    void noNameBecomesMarkup() {
        String body = HtmlReportTest.page(hostile()).split("<body", 2)[1];
        assertThat(body)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&amp;lt;b&amp;gt; &amp;amp; &amp;#60;")
                .doesNotContainPattern(Pattern.compile("(?i)<(script|img|style|base|!--|title|b>\\s*&)"));
        assertThat(tags(body)).isEqualTo(tags(HtmlReportTest.page(tame()).split("<body", 2)[1]));
    }

    @Test
    void controlsAreShownAndDoNoHarm() {
        String page = HtmlReportTest.page(hostile());
        assertThat(page)
                .contains("<bdi>invoice<span class=\"mark\">U+202E</span>gnp.exe</bdi>")
                .contains("a<span class=\"mark\">U+2066</span>b<span class=\"mark\">U+2069</span>c")
                .contains("<span class=\"mark\">U+200B</span>width<span class=\"mark\">U+FEFF</span>");
        assertThat(page.codePoints().filter(c -> Character.getType(c) == Character.FORMAT || (c < ' ' && c != '\n')))
                .isEmpty();
    }

    @Test
    void longNamesAreCutAndSaySo() {
        assertThat(HtmlReportTest.page(hostile())).contains("… and 9,603 more characters");
    }

    @Test
    void loneSurrogatesAndBlankNamesAreSeen() {
        ReportInput input = ReportExamples.small();
        RuleResult odd = new RuleResult(" ", Severity.FAIL, Outcome.FAIL, "", "broken \uD800 half", "");
        List<RuleResult> results = new ArrayList<>(input.decision().decision().results());
        results.add(odd);
        String page = HtmlReportTest.page(new ReportInput(
                input.manifest(),
                input.files(),
                input.samples(),
                WaivedDecision.without(new Decision("p", "1", "0".repeat(64), results)),
                null,
                Surroundings.NONE,
                input.statements()));
        assertThat(page)
                .contains("broken <span class=\"mark\">U+D800</span> half")
                .contains("<span class=\"mark\">blank name</span>");
    }

    @Test
    void largeDatasetsAreCutToSizeAndCounted() {
        List<ColumnCoverage> columns = new ArrayList<>();
        List<EntityCount> found = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            columns.add(new ColumnCoverage("c" + i, Reading.SCANNED, 100, ""));
            if (i < 500) {
                found.add(ReportExamples.entity(EMAIL, FindingClass.REAL, "c" + i, 100, 1, 0, 0, 0));
            }
        }
        FileListing files = ReportExamples.files(10_000);
        Coverage coverage = new Coverage(9, 9, 100, 100, 100_000, columns, Skipped.none(), 0, 0, 0, List.of());
        ReportInput input =
                ReportExamples.input(Manifest.first(ReportExamples.facts(files, found, coverage)), files, null);
        String page = HtmlReportTest.page(input);
        String text = HtmlReportTest.plain(page);
        assertThat(text)
                .contains("400 more in manifest.json.")
                .contains("500\u00a0columns read without a finding", "300 more in manifest.json.")
                .contains("10,000\u00a0files", "9,800 more in files.jsonl.");
        assertThat(page.length()).isLessThan(600_000);
    }

    /** A report in which everything that can be chosen is chosen by an enemy. */
    static ReportInput hostile() {
        return of(HOSTILE);
    }

    /** The same with harmless names. */
    private static ReportInput tame() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            names.add("n" + (char) ('a' + i));
        }
        return of(names);
    }

    private static ReportInput of(List<String> names) {
        List<ColumnCoverage> columns = new ArrayList<>();
        List<EntityCount> found = new ArrayList<>();
        List<SkippedPart> skipped = new ArrayList<>();
        List<FindingSample> samples = new ArrayList<>();
        List<FileEntry> files = new ArrayList<>();
        List<SignedStatement> statements = new ArrayList<>();
        for (String name : names) {
            String path = name.replaceAll("/+$", "").replace("//", "/").replaceAll("^/", "");
            columns.add(new ColumnCoverage(name, Reading.PARTLY, 100, name));
            found.add(ReportExamples.entity(EMAIL, FindingClass.REAL, name, 100, 7, 2, 1, 0));
            skipped.add(new SkippedPart(path, name, name, 5, -1));
            samples.add(new FindingSample("EMAIL_ADDRESS", FindingClass.REAL, name, path, 3, 0, 4, 95, name, name));
            files.add(FileEntry.scanned(path, ReportExamples.digest(name), 9, 3, name));
            statements.add(new SignedStatement(
                    name,
                    ReportExamples.digest(name),
                    null,
                    List.of(new SignedStatement.SignedBy(name, ReportExamples.digest(name)))));
        }
        FileListing listing = new FileListing(files);
        FindingSamples masked = new FindingSamples(samples);
        Coverage coverage = new Coverage(9, 9, 100, 90, 1_000, columns, Skipped.of(skipped), 1, 2, 3, List.of());
        Manifest manifest = Manifest.first(ReportExamples.facts(listing, found, coverage, masked));
        return new ReportInput(
                manifest,
                listing,
                masked,
                WaivedDecision.without(
                        PolicyEvaluation.evaluate(Policy.builtIn(), manifest, Surroundings.NONE, LocalDate.EPOCH)),
                null,
                Surroundings.NONE,
                statements);
    }

    /** How often each tag opens, marks apart. */
    private static Map<String, Long> tags(String body) {
        return Pattern.compile("<[a-z][a-z0-9]*(?! class=\"mark\")[\\s>]")
                .matcher(body)
                .results()
                .collect(Collectors.groupingBy(match -> match.group().strip(), TreeMap::new, Collectors.counting()));
    }
}
