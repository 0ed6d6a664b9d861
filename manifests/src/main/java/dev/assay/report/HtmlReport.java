package dev.assay.report;

import dev.assay.json.Sha256;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * One self-contained page about one version of a dataset: it loads nothing, runs no script and reads on a telephone, on
 * paper and aloud.
 *
 * <p>Templates are in {@code src/main/jte} and escape by context. A content security policy that names the style sheet's
 * digest stands behind them: should a value ever reach the page as markup, no browser runs or loads it.
 */
public final class HtmlReport {
    private static final String STYLES = resource("report.css");
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    private HtmlReport() {}

    /** The page in UTF-8. The same input gives the same bytes. */
    public static byte[] render(ReportInput input) {
        StringOutput page = new StringOutput();
        TEMPLATES.render(
                "report.jte", Map.of("report", ReportView.of(input), "styles", STYLES, "policy", policy()), page);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing may be loaded or run; only this style sheet applies. */
    private static String policy() {
        byte[] digest = Sha256.start().digest(STYLES.getBytes(StandardCharsets.UTF_8));
        return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(digest)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
