package dev.assay.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileListTest {
    private static final String A = "a".repeat(64);
    private static final String M = "b".repeat(32);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHA256SUMS     | {A}  x/y.csv                      | checksums: x/y.csv sha256 -1",
                "SHA256SUMS     | {A} *y z.csv                      | checksums: y z.csv sha256 -1",
                "SHA256SUMS     | # made by hand%n%n{A}  a%n{M}  b%n | checksums: a sha256 -1, b md5 -1",
                "CHECKSUM       | SHA256 (a (1).csv) = {A}          | checksums: a (1).csv sha256 -1",
                "SHA256SUMS     | \\{A}  a\\\\b                     | checksums: a\\b sha256 -1",
                "d.csv.dvc      | 'outs:%n- md5: {M}%n  size: 7%n  path: d.csv' | dvc: d.csv md5 7",
                "d.dvc          | 'outs:%n- path: d%n  files:%n  - {relpath: e/f.csv, md5: {M}, size: 7}%n  - {relpath: g}'"
                        + " | dvc: d/e/f.csv md5 7 and 1 without",
                "x.dir          | '[{\"md5\": \"{M}\", \"relpath\": \"p/q\"}]'  | dvc-directory: p/q md5 -1",
                "big.parquet    | version https://git-lfs.github.com/spec/v1%noid sha256:{A}%nsize 12%n"
                        + " | git-lfs: big.parquet sha256 12",
                "croissant.json | '{\"distribution\": [{\"@type\": \"cr:FileObject\", \"contentUrl\": \"d/a.csv\","
                        + " \"sha256\": \"{A}\"}, {\"@type\": \"cr:FileSet\"},"
                        + " {\"@type\": \"cr:FileObject\", \"contentUrl\": \"b\", \"sha256\": \"see elsewhere\"}]}'"
                        + " | croissant: d/a.csv sha256 -1 and 1 without",
                "dataset_infos.json | '{\"c\": {\"download_checksums\": {\"hf://datasets/o/n@r/d/t.csv\":"
                        + " {\"num_bytes\": 5, \"checksum\": \"{A}\"}}}}' | dataset-infos: d/t.csv sha256 5",
            })
    void readsWhatOthersWrite(String name, String text, String expected) {
        FileList list = FileList.read(name, bytes(text));

        String files = String.join(
                ", ",
                list.files().stream()
                        .map(file -> file.path() + " " + file.algorithm().label() + " " + file.bytes())
                        .toList());
        String without = list.undigested() == 0 ? "" : " and " + list.undigested() + " without";
        assertThat(list.kind().label() + ": " + files + without).isEqualTo(expected);
        assertThat(list.files()).allSatisfy(file -> assertThat(file.digest()).isIn(A, M));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHA256SUMS | just words             | line 1 has neither a SHA-256 nor an MD5",
                "SHA256SUMS | {A}                    | line 1 is no digest with a file name after it",
                "SHA256SUMS | ''                     | it names no file",
                "d.dvc      | 'outs:%n- md5: abc.dir%n  path: d' | it names the directory `d` by `abc.dir`, which is no MD5 of a list",
                "a.bin      | version https://git-lfs.github.com/spec/v1%nsize 1 | without `oid sha256:`",
                "c.json     | '{\"a\": 1}'           | it names no file",
            })
    void saysWhyOneIsNone(String name, String text, String message) {
        assertThatThrownBy(() -> FileList.read(name, bytes(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> FileList.read("SHA256SUMS", new byte[] {(byte) 0xFF}))
                .hasMessage("it is no UTF-8 text");
    }

    @Test
    void anAddressIsComparedByItsLastPart() {
        ListedFile file = new ListedFile("https://example.com/d/train.csv?raw=1", ListedFile.Algorithm.SHA256, A, -1);

        assertThat(file.isAddress()).isTrue();
        assertThat(file.name()).isEqualTo("train.csv");
    }

    private static byte[] bytes(String text) {
        return text.replace("{A}", A).replace("{M}", M).replace("%n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
