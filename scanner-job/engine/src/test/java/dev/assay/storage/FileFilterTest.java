package dev.assay.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFilterTest {
    @ParameterizedTest(name = "{0} · {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*.csv              | a.csv          | true",
                "*.csv              | .csv           | true",
                "*.csv              | b/a.csv        | false",
                "*.csv              | a.csv.gz       | false",
                "**/*.csv           | a.csv          | true",
                "**/*.csv           | b/a.csv        | true",
                "**/*.csv           | b/c/a.csv      | true",
                "b/**/a             | b/a            | true",
                "b/**/a             | b/c/d/a        | true",
                "b/**/a             | b/ca           | false",
                "b/**/a             | bc/a           | false",
                "b/**               | b/c/d          | true",
                "b/**               | b              | false",
                "**                 | any/thing      | true",
                "**/x/**            | x/a            | true",
                "**/x/**            | b/x/a/c        | true",
                "**/x/**            | b/xx/a         | false",
                "a**b               | a/c/b          | true",
                "?.csv              | a.csv          | true",
                "?.csv              | ab.csv         | false",
                "?                  | /              | false",
                "?                  | \uD83D\uDE00   | true",
                "[a-c]1             | b1             | true",
                "[a-c]1             | d1             | false",
                "[!a-c]1            | d1             | true",
                "[!a-c]1            | a1             | false",
                "a[!x]b             | a/b            | false",
                "a[/]b              | a/b            | false",
                "[]a]               | ]              | true",
                "[a-]               | -              | true",
                "*.{csv,json}       | a.json         | true",
                "*.{csv,json}       | a.jsonl        | false",
                "*.{csv,json{,l}}   | a.jsonl        | true",
                "{a,b}/{1,2}        | b/1            | true",
                "{a,b}/{1,2}        | a/3            | false",
                "{a*,b}c            | axyzc          | true",
                "{a}                | a              | true",
                "\\*                | *              | true",
                "\\*                | a              | false",
                "\\{a,b\\}          | {a,b}          | true",
                "A                  | a              | false",
                "a.c                | abc            | false",
                "(a)+               | a              | false",
                "[\\]x]              | ]              | true",
                "[\\{]              | {              | true",
            })
    void matchesGlobs(String glob, String path, boolean expected) {
        assertThat(Glob.parse(glob).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''         | A glob cannot be empty; `**` takes every file.",
                "/a         | The glob `/a` starts with /; globs are relative to the dataset's location.",
                "a[b        | The glob `a[b` has a [ without its ]; write \\[ for a bracket.",
                "a{b        | The glob `a{b` has a { without its }; write \\{ for a brace.",
                "a\\        | The glob `a\\` ends in a single \\.",
                "[z-a]      | The glob `[z-a]` has the range z-a, which runs backwards.",
            })
    void refusesMalformedGlobs(String glob, String message) {
        assertThatThrownBy(() -> new FileFilter(List.of(), List.of(glob)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesBracesThatMultiplyWithoutEnd() {
        assertThatThrownBy(() -> Glob.parse("{a,b}".repeat(11)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 1024 alternatives");
    }

    @Test
    @Timeout(10)
    void staysLinearForHostilePatterns() {
        assertThat(Glob.parse("*a".repeat(100) + "b").matches("a".repeat(4000))).isFalse();
        assertThat(Glob.parse("**/".repeat(100) + "b").matches("a/".repeat(2000)))
                .isFalse();
    }

    @Test
    void letsExcludeWin() {
        FileFilter.Compiled filter = new FileFilter(List.of("**/*.csv"), List.of("old/**")).compile();
        assertThat(filter.objection("new/a.csv")).isEmpty();
        assertThat(filter.objection("old/a.csv")).contains("excluded by `old/**`");
        assertThat(filter.objection("new/a.txt")).contains("taken by no `include` glob");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "a/_SUCCESS, false",
        "_SUCCESS, false",
        "a/.part-0.parquet.crc, false",
        ".git/objects/ab/cd, false",
        "sub/.assay/x, false",
        "_metadata, true",
        "_delta_log/0.json, true",
        ".hidden.csv, true",
        "a/part_SUCCESS, true",
        "sums.crc, true"
    })
    void leavesOutMarkersOnly(String path, boolean taken) {
        assertThat(FileFilter.WITHOUT_MARKERS.compile().objection(path).isEmpty())
                .isEqualTo(taken);
    }
}
