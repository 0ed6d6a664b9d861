package dev.assay.export;

import dev.assay.policy.Outcome;
import dev.assay.policy.RuleResult;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML report, which build servers show: one test for each rule. Whatever is no pass is a failure, also a rule
 * that asks for approval; a rule that only warns passes and says so.
 */
final class JunitExport implements Export {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String title() {
        return "JUnit XML, one test a rule";
    }

    @Override
    public String ending() {
        return "junit.xml";
    }

    @Override
    public List<byte[]> write(ExportInput input) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suites(xml, input);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("Writing XML to memory failed.", broken);
        }
        return Written.text(text.toString());
    }

    private static void suites(XMLStreamWriter xml, ExportInput input) throws XMLStreamException {
        List<RuleResult> results = input.results();
        long failures = results.stream().filter(JunitExport::fails).count();
        xml.writeStartElement("testsuites");
        counts(xml, "assay", results.size(), failures);
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        counts(xml, input.name(), results.size(), failures);
        if (input.scannedOn().isPresent()) {
            String moment = Written.time(input.scannedOn().orElseThrow());
            xml.writeAttribute("timestamp", moment.substring(0, moment.length() - 1));
        }
        xml.writeCharacters("\n");
        for (RuleResult result : results) {
            test(xml, input, result);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, String name, int tests, long failures) throws XMLStreamException {
        xml.writeAttribute("name", legal(name));
        xml.writeAttribute("tests", String.valueOf(tests));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
    }

    private static void test(XMLStreamWriter xml, ExportInput input, RuleResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal(input.dataset().id()));
        xml.writeAttribute("name", legal(result.rule()));
        if (fails(result)) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", result.outcome().label());
            xml.writeAttribute("message", legal(result.reason()));
            xml.writeCharacters(legal(detail(result)));
            xml.writeEndElement();
        } else if (result.outcome() == Outcome.WARN) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal("warning: " + result.reason() + " " + detail(result)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static boolean fails(RuleResult result) {
        return result.outcome() == Outcome.FAIL || result.outcome() == Outcome.NEEDS_APPROVAL;
    }

    private static String detail(RuleResult result) {
        return "expected: " + result.expected() + (result.actual().isEmpty() ? "" : "; actual: " + result.actual());
    }

    /** With U+FFFD for whatever XML 1.0 cannot hold. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || (c >= ' ' && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c > 0xFFFF
                        ? c
                        : 0xFFFD)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
