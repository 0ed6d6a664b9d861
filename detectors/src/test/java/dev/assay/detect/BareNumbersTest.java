package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of bare numbers are passed by only where nothing would be found in them. */
class BareNumbersTest {
    private static final RuleSet RULES = RuleSet.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '│',
            value = {
                "total│1234567│true",
                "total│-1234.567│true",
                "total│.5│true",
                "total│0│true",
                "total│49091850│false",
                "total│1.2.3.4│false",
                "total│12-34│false",
                "total│1e5│false",
                "total│12 34│false",
                "pin│1234│false",
                "customer.age│34│false"
            })
    void shortNumbersHoldNothing(String column, String number, boolean nothing) {
        CellBatch batch = CellBatch.of(List.of("12", number, ""));

        assertThat(new BareNumbers(RULES, Candour.SUPPORTED).holdNothing(batch, RULES.column(column)))
                .isEqualTo(nothing);
    }

    @Test
    void anUnlikelyCandidateIsStillReportedWhereAllAreAskedFor() {
        CellBatch batch = CellBatch.of(List.of("1234567"));

        assertThat(new BareNumbers(RULES, Candour.ALL).holdNothing(batch, RULES.column("total")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "total",
                "amount",
                "zip",
                "id",
                "age",
                "phone",
                "ssn",
                "lat",
                "pin",
                "birth_date",
                "account_no",
                "ird"
            })
    void whatIsFoundIsWhatAScanOfEverythingFinds(String path) {
        ColumnContext column = RULES.column(path);
        Random random = new Random(path.hashCode());
        for (int digits = 1; digits <= 17; digits++) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < 400; cell++) {
                cells.add(number(random, 1 + random.nextInt(digits)));
            }
            CellBatch batch = CellBatch.of(cells);
            Findings found = new Findings();
            RULES.scanner().scan(batch, column, found);
            Findings all = new Findings();
            RULES.scanner().scanAsItStands(batch, column, all);
            assertThat(told(found)).as(path + ", up to " + digits + " digits").isEqualTo(told(all));
        }
    }

    private static String number(Random random, int digits) {
        StringBuilder number = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        int dot = random.nextInt(3) == 0 ? random.nextInt(digits + 1) : -1;
        for (int i = 0; i < digits; i++) {
            number.append(i == dot ? "." : "").append((char) ('0' + random.nextInt(10)));
        }
        return number.append(dot == digits ? "." : "").toString();
    }

    private static List<String> told(Findings findings) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            told.add(findings.cell(i) + " " + findings.start(i) + "–" + findings.end(i) + " "
                    + RULES.detector(findings.detector(i)).id() + " " + findings.confidence(i));
        }
        for (int i = 0; i < findings.refusals(); i++) {
            told.add(findings.refusedCell(i) + " refused by "
                    + RULES.detector(findings.refusedDetector(i)).id());
        }
        return told;
    }
}
