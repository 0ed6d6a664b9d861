package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.manifest.Surroundings;
import dev.assay.manifest.Upstream;
import dev.assay.manifest.Upstream.State;
import dev.assay.policy.Decision;
import dev.assay.policy.RuleResult;
import dev.assay.policy.WaivedDecision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/report/small.html");
    private static final Pattern SECTION = Pattern.compile("<section id=\"([a-z]+)\"");
    private static final Pattern LOADS = Pattern.compile(
            "(?i)<[^>]*\\s(src|srcset|data|action|poster|background|xlink:href)=|url\\(|@import|<(script|link|iframe|object|embed|img|base|form)\\b");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    @Test
    void readsAsTheGoldenPage() throws IOException {
        byte[] page = HtmlReport.render(ReportExamples.small());
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN.toAbsolutePath().getParent());
            Files.write(GOLDEN, page);
        }
        assertThat(new String(page, StandardCharsets.UTF_8))
                .as("rewrite with -Dgolden.update and read the difference")
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void sameInputGivesTheSameBytesInEveryPlace() {
        String page = page(ReportExamples.rich());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(page(ReportExamples.rich())).isEqualTo(page);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void tellsTheVerdictFirstAndTheRecordLast() {
        assertThat(sections(page(ReportExamples.rich())))
                .containsExactly(
                        "verdict",
                        "decide",
                        "found",
                        "columns",
                        "samples",
                        "unread",
                        "canaries",
                        "files",
                        "changes",
                        "declared",
                        "controls",
                        "record");
    }

    @Test
    void loadsNothing() {
        String page = page(ReportExamples.rich());
        assertThat(LOADS.matcher(page).results().map(match -> match.group()).toList())
                .isEmpty();
        assertThat(HREF.matcher(page).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("#") && page.contains("id=\"" + href.substring(1) + "\""));
        assertThat(page)
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
                .doesNotContain(" style=");
    }

    @Test
    void promisesNothing() {
        assertThat(Stream.of(ReportExamples.rich(), ReportExamples.small())
                        .map(HtmlReportTest::page)
                        .map(page -> page.toLowerCase(Locale.ROOT)))
                .allSatisfy(page -> assertThat(page).doesNotContain("satisfied", "compliant", "certified"));
    }

    @Test
    void saysWhatEachRuleAskedForAndGot() {
        ReportInput input = ReportExamples.rich();
        String page = plain(page(input));
        assertThat(page).contains("NEEDS APPROVAL", "By policy assay-default, version 1.");
        input.decision()
                .decision()
                .results()
                .forEach(rule -> assertThat(page).contains(rule.rule(), rule.expected(), rule.actual(), rule.reason()));
    }

    @Test
    void aWaivedRuleStandsNoLongerInTheWay() {
        ReportInput input = ReportExamples.rich();
        Decision decision = input.decision().decision();
        SortedSet<String> waived = new TreeSet<>(
                decision.objections().stream().map(RuleResult::rule).toList());
        ReportInput allWaived = new ReportInput(
                input.manifest(),
                input.files(),
                input.samples(),
                new WaivedDecision(decision, waived, List.of()),
                input.parentManifest(),
                Surroundings.NONE,
                input.statements());
        String page = plain(page(allWaived));
        String verdict = page.substring(page.indexOf("PASS"), page.indexOf("What was found"));
        assertThat(verdict)
                .contains(waived.size() == 1 ? "1 is waived" : waived.size() + " are waived")
                .contains("set aside by signed waivers")
                .doesNotContain("NEEDS APPROVAL", "Approve or refuse");
    }

    @Test
    void asksWhatAPersonHasToDecide() {
        String page = plain(page(ReportExamples.rich()));
        String decide = page.substring(page.indexOf("What has to be decided"), page.indexOf("What was found"));
        assertThat(decide)
                .contains(
                        "no-financial-data",
                        "Approve or refuse",
                        "Found, but not declared: financial",
                        "The card declares contact, person.",
                        "Not measured: drift, quality")
                .doesNotContain("No trusted signature", "no-credentials");
    }

    @Test
    void showsWhatWasNotReadAndNotMeasured() {
        String page = plain(page(ReportExamples.rich()));
        assertThat(page)
                .contains("91.2\u00a0% 12,480 of 13,684")
                .contains("1204 rows were not read")
                .contains("7 × rows with fewer fields than the header")
                .contains("page header declares 65536 bytes, 120 remain")
                .contains("This version does not measure quality.")
                .contains("What the card declares was not measured.");
    }

    @Test
    void showsExactNumbersNextToEachStrip() {
        String page = plain(page(ReportExamples.rich()));
        assertThat(page)
                .contains("Cells 1,090 of 61,022 1.7\u00a0%")
                .contains("Hits 1,090 Certain 402 Likely 611 Possible 77")
                .contains("Cell by cell it looked like 1,135\u00a0hits; the column as a whole says 4.");
    }

    @Test
    void samplesStandInTheirSectionAndNowhereElse() {
        ReportInput input = ReportExamples.rich();
        String page = page(input);
        int start = page.indexOf("<section id=\"samples\"");
        int end = page.indexOf("<section id=\"unread\"");
        assertThat(input.samples().samples()).isNotEmpty().allSatisfy(sample -> {
            assertThat(page.substring(start, end)).containsOnlyOnce("<bdi>" + sample.masked() + "</bdi>");
            assertThat(page.substring(0, start) + page.substring(end)).doesNotContain(sample.masked());
        });
    }

    @Test
    void setsTheVersionBeforeAgainstThisOne() {
        String page = plain(page(ReportExamples.rich()));
        String changes =
                page.substring(page.indexOf("Changes since the version before"), page.indexOf("The owner says so"));
        assertThat(changes)
                .contains("Since version 1, manifest")
                .contains("Files added 2", "Removed 0", "Unchanged 3")
                .contains("The rules are the same, so different counts come from different data.")
                .contains("EMAIL_ADDRESS real messages[].content 1,926 2,358 persisting")
                .contains("IBAN_CODE real order.note 0 39 new");
    }

    @Test
    void saysWhichControlsItSupportsAndWhatItCannotShow() {
        String page = plain(page(ReportExamples.rich()));
        String controls =
                page.substring(page.indexOf("Controls this record supports"), page.indexOf("The record and how"));
        assertThat(controls)
                .contains("PI1.1 what the data should be is defined and made known")
                .contains("that the specification fits the purpose")
                .contains("CC8.1 (a signed approval)")
                .contains("which do not count")
                .contains("16. biometric identifiers not measured a scanner of text cannot see them unknown")
                .contains("6. e-mail addresses measured EMAIL_ADDRESS");
        String unsigned = plain(page(new ReportInput(
                ReportExamples.small().manifest(),
                ReportExamples.small().files(),
                ReportExamples.small().samples(),
                ReportExamples.small().decision(),
                null,
                Surroundings.NONE,
                List.of())));
        assertThat(unsigned).contains("PI1.2 (a signed scan statement)");
    }

    @Test
    void showsWhatTheStorageSaysAndWhatItDoesNot() {
        ReportInput small = ReportExamples.small();
        StorageFacts storage = new StorageFacts(
                3,
                Map.of(StorageFact.REGION, new TreeMap<>(Map.of("eu-central-1", 1L))),
                Map.of(StorageFact.TAGS, new TreeMap<>(Map.of("403 AccessDenied", 3L))),
                LocalDate.of(2031, 2, 3));

        assertThat(plain(page(new ReportInput(
                        small.manifest(),
                        small.files(),
                        small.samples(),
                        small.decision(),
                        null,
                        new Surroundings(
                                storage,
                                List.of(new Upstream("notes", "../raw", "ab".repeat(32), "raw@2", State.UNAPPROVED))),
                        small.statements()))))
                .contains("What lay around the bytes")
                .contains("Region eu-central-1 1")
                .contains("Names of objects' tags not readable: 403 AccessDenied 3")
                .contains("First lock ends 2031-02-03")
                .contains("Input of notes ../raw: raw@2, not approved");
        assertThat(plain(page(small))).doesNotContain("What lay around the bytes");
    }

    @Test
    void namesWhoSignedAndHowToCheckIt() {
        ReportInput input = ReportExamples.rich();
        String page = plain(page(input));
        assertThat(page)
                .contains("Scan, 2026-11-20T22:14:09Z")
                .contains("Signed by Nightly scanner, key " + ReportExamples.digest("Nightly scanner"))
                .contains(input.manifest().sha256())
                .contains(input.decision().decision().policySha256())
                .contains("openssl dgst -sha256 -verify key.pem");
    }

    @Test
    void warnsWhenNobodyTrustedSigned() {
        ReportInput input = ReportExamples.small();
        ReportInput unsigned = new ReportInput(
                input.manifest(), input.files(), input.samples(), input.decision(), null, Surroundings.NONE, List.of());
        assertThat(plain(page(unsigned)))
                .contains("No trusted signature", "This page was made without any signed statement.");
    }

    @Test
    void refusesPartsOfAnotherVersion() {
        ReportInput input = ReportExamples.rich();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportInput(
                        input.manifest(),
                        ReportExamples.files(2),
                        input.samples(),
                        input.decision(),
                        null,
                        Surroundings.NONE,
                        List.of()))
                .withMessage("The files or samples are not those of the manifest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportInput(
                        input.manifest(),
                        input.files(),
                        input.samples(),
                        input.decision(),
                        input.manifest(),
                        Surroundings.NONE,
                        List.of()))
                .withMessage("The manifest names another parent than the one given");
    }

    static String page(ReportInput input) {
        return new String(HtmlReport.render(input), StandardCharsets.UTF_8);
    }

    /** The page's text, as a reader without style sheet sees it. */
    static String plain(String page) {
        return page.substring(page.indexOf("<body"))
                .replaceAll("<(bdi|/bdi|i|/i|b|/b|code|/code|/span|/strong|strong)>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[ \\n]+", " ");
    }

    private static List<String> sections(String page) {
        Matcher matcher = SECTION.matcher(page);
        return matcher.results().map(match -> match.group(1)).toList();
    }
}
