package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.policy.Outcome;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JunitExportTest extends ExportContract {
    @Override
    Export export() {
        return new JunitExport();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) throws Exception {
        Element suites = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(files.get(0)))
                .getDocumentElement();
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
        int tests = input.results().size();
        long failures = input.results().stream()
                .filter(result -> result.outcome() == Outcome.FAIL || result.outcome() == Outcome.NEEDS_APPROVAL)
                .count();
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(tests));
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(tests);
        assertThat((long) suite.getElementsByTagName("failure").getLength()).isEqualTo(failures);
    }

    @Test
    void aRuleThatAsksForApprovalIsNoPass() throws Exception {
        String xml = text(export().write(ExportExamples.rich(Profile.INTERNAL)));
        assertThat(xml)
                .contains(
                        "type=\"fail\"", "<testcase classname=\"garden-letters\"", "timestamp=\"2026-11-20T22:14:09\"");
    }
}
