package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessingRecordExportTest extends ExportContract {
    @Override
    Export export() {
        return new ProcessingRecordExport();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) throws Exception {
        List<List<String>> rows = rows(text(files));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).hasSameSizeAs(rows.get(0)).noneMatch(String::isEmpty);
        assertThat(rows.get(1)).noneMatch(cell -> cell.matches("(?s)[=+@-].+"));
    }

    @Test
    void saysWhatNobodyDeclared() throws Exception {
        List<List<String>> rows = rows(text(export().write(ExportExamples.rich(Profile.INTERNAL))));
        assertThat(rows.get(1))
                .contains("ai-alignment", "contact", "contact; credential; special-category", "2028-12-31; three years")
                .contains("pseudonymization", "Atlantis", "not in the record; suppliers: Post");
        assertThat(text(export().write(ExportExamples.empty()))).contains("not declared", "nothing found, which");
    }

    @Test
    void saysWhatTheStorageSaysButNotToThePublic() throws Exception {
        assertThat(rows(text(export().write(ExportExamples.rich(Profile.INTERNAL))))
                        .get(1))
                .contains("Region: eu-central-1 1; Encryption of the objects: aws:kms 2;"
                        + " Names of objects' tags: not readable: 403 AccessDenied 2");
        assertThat(text(export().write(ExportExamples.rich(Profile.PUBLIC)))).doesNotContain("eu-central-1");
    }

    /** RFC 4180, enough of it to read what was written. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : csv.split("\r\n", 0)) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean inside = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    inside = !inside;
                    cell.append(c);
                } else if (c == ',' && !inside) {
                    cells.add(unquoted(cell.toString()));
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            cells.add(unquoted(cell.toString()));
            rows.add(cells);
        }
        return rows;
    }

    private static String unquoted(String cell) {
        assertThat(cell).startsWith("\"").endsWith("\"");
        return cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
    }
}
