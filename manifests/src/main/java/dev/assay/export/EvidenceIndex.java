package dev.assay.export;

import java.util.List;

/** The index of an evidence pack as one page for people: no script, nothing loaded, fit to print. */
final class EvidenceIndex {
    static final String NOTE =
            "Each item supports its control. Whether a control is met is for auditors and management to"
                    + " say. A file named NAME.001, NAME.002 … is joined in order.";

    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;"
                    + "color-scheme:light dark}table{border-collapse:collapse;width:100%}"
                    + "th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;border-top:1px solid #8888}"
                    + "code{font-size:.8em;overflow-wrap:anywhere}tr{break-inside:avoid}";

    private EvidenceIndex() {}

    static String html(ExportInput input, List<EvidenceItem> items) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>Evidence: ")
                .append(escaped(input.name()))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Evidence about ")
                .append(escaped(input.title()))
                .append("</h1>\n<p>")
                .append(escaped(input.name()))
                .append(", manifest <code>")
                .append(input.manifest().sha256())
                .append("</code>, verdict: ")
                .append(input.decision().outcome().label())
                .append(".</p>\n<p>")
                .append(NOTE)
                .append(
                        "</p>\n<table>\n<thead><tr><th scope=\"col\">Control</th><th scope=\"col\">Source and time</th>")
                .append("<th scope=\"col\">Artefact</th><th scope=\"col\">Relevance, and what it cannot show</th>")
                .append("<th scope=\"col\">Reviewer</th></tr></thead>\n<tbody>\n");
        items.forEach(item -> row(page, item));
        return page.append("</tbody>\n</table>\n</body>\n</html>\n").toString();
    }

    private static void row(StringBuilder page, EvidenceItem item) {
        page.append("<tr><th scope=\"row\">")
                .append(escaped(item.framework().title()))
                .append("<br>")
                .append(escaped(item.control().id()))
                .append("</th><td>")
                .append(escaped(item.source()))
                .append("<br>")
                .append(item.time())
                .append("</td><td>");
        item.artefacts()
                .forEach((name, sha256) ->
                        page.append(name).append("<br><code>").append(sha256).append("</code><br>"));
        page.append("</td><td>")
                .append(escaped(item.control().relevance()))
                .append(" (")
                .append(item.control().strength().label())
                .append("; counts when: ")
                .append(escaped(item.control().condition()))
                .append(")<br>Cannot show: ")
                .append(escaped(item.control().cannotShow()))
                .append("</td><td>")
                .append(escaped(item.reviewer()))
                .append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return OneLine.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
