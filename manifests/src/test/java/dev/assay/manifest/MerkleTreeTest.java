package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class MerkleTreeTest {
    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        }
        return leaves;
    }

    /** RFC 6962 §2.1, word for word: MTH. */
    private static byte[] byTheBook(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.start().digest();
        }
        if (leaves.size() == 1) {
            return hash(0, leaves.get(0));
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return hash(1, byTheBook(leaves.subList(0, k)), byTheBook(leaves.subList(k, leaves.size())));
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(prefix);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return Sha256.start().digest(out.toByteArray());
    }

    @Test
    void hasThePublishedRootsOfTheSmallestTrees() {
        assertThat(HexFormat.of().formatHex(new MerkleTree(List.of()).root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HexFormat.of().formatHex(new MerkleTree(List.of(new byte[0])).root()))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 100})
    void isTheTreeOfTheStandard(int size) {
        assertThat(new MerkleTree(leaves(size)).root()).isEqualTo(byTheBook(leaves(size)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 64, 65})
    void provesEveryLeafAndNoOther(int size) {
        List<byte[]> leaves = leaves(size);
        MerkleTree tree = new MerkleTree(leaves);
        for (int i = 0; i < size; i++) {
            List<byte[]> proof = tree.inclusionProof(i);
            byte[] other = "another leaf".getBytes(StandardCharsets.UTF_8);

            assertThat(MerkleTree.includes(tree.root(), size, i, leaves.get(i), proof))
                    .isTrue();
            assertThat(MerkleTree.includes(tree.root(), size, i, other, proof)).isFalse();
            assertThat(MerkleTree.includes(tree.root(), size, (i + 1) % size, leaves.get(i), proof))
                    .isEqualTo(size == 1);
            assertThat(MerkleTree.includes(tree.root(), size, size, leaves.get(i), proof))
                    .isFalse();
        }
    }

    @Test
    void refusesAShortenedOrLengthenedProof() {
        List<byte[]> leaves = leaves(7);
        MerkleTree tree = new MerkleTree(leaves);
        List<byte[]> proof = tree.inclusionProof(3);
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);

        assertThat(MerkleTree.includes(tree.root(), 7, 3, leaves.get(3), proof.subList(0, 2)))
                .isFalse();
        assertThat(MerkleTree.includes(tree.root(), 7, 3, leaves.get(3), longer))
                .isFalse();
    }

    @Test
    void leafDataBindsPathSizeAndDigest() {
        FileEntry file = ExampleRecords.file("ä/b", "ash");
        byte[] data = MerkleTree.leafData(file);

        assertThat(HexFormat.of().formatHex(data))
                .isEqualTo("0000000000000004" + "c3a42f62" + "0000000000000003" + ExampleRecords.digest("ash"));
    }

    @Test
    void provesThatATreeContinuesAnOlderOne() {
        List<byte[]> data = new ArrayList<>();
        for (int later = 1; later <= 40; later++) {
            data.add(("entry " + later).getBytes(StandardCharsets.UTF_8));
            MerkleTree tree = new MerkleTree(data);
            for (int size = 1; size <= later; size++) {
                List<byte[]> proof = tree.consistencyProof(size);
                byte[] root = tree.root(size);
                byte[] other = root.clone();
                other[5] ^= 1;

                assertThat(root).isEqualTo(new MerkleTree(data.subList(0, size)).root());
                assertThat(MerkleTree.consistent(size, root, later, tree.root(), proof))
                        .isTrue();
                assertThat(MerkleTree.consistent(size, other, later, tree.root(), proof))
                        .isFalse();
                if (size < later) {
                    assertThat(MerkleTree.consistent(size, root, later, tree.root(), List.of()))
                            .isEqualTo(false);
                    assertThat(MerkleTree.consistent(size + 1, root, later, tree.root(), proof))
                            .isFalse();
                }
            }
        }
    }
}
