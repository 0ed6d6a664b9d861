package dev.assay.manifest;

import dev.assay.json.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Merkle tree as <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962 §2.1</a> builds it over
 * SHA-256: a leaf is {@code H(0x00 ‖ data)}, a node {@code H(0x01 ‖ left ‖ right)}, an empty tree {@code H()}. A tree of
 * n leaves splits at the largest power of two below n.
 *
 * <pre>
 *   leaf data of a file:  ┌──────────────────┬──────┬───────────┬─────────────┐
 *                         │ path length (8)  │ path │ bytes (8) │ SHA-256 (32)│   numbers big-endian
 *                         └──────────────────┴──────┴───────────┴─────────────┘
 * </pre>
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<byte[]> leaves;

    /** A tree over leaf data, in the order given. */
    public MerkleTree(List<byte[]> leafData) {
        leaves = leafData.stream().map(MerkleTree::leafHash).toList();
    }

    /** What a file's leaf is made of. */
    public static byte[] leafData(FileEntry file) {
        byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(path.length + 48)
                .putLong(path.length)
                .put(path)
                .putLong(file.bytes())
                .put(DigestField.bytes(FileListing.digestOf(file)))
                .array();
    }

    public int size() {
        return leaves.size();
    }

    /** The 32 bytes of the root. */
    public byte[] root() {
        return leaves.isEmpty() ? Sha256.start().digest() : root(leaves);
    }

    /**
     * The root of the tree as it was when it had only its first leaves.
     *
     * @param size from 0 to {@link #size()}
     */
    public byte[] root(int size) {
        return size == 0 ? Sha256.start().digest() : root(leaves.subList(0, size));
    }

    /**
     * The proof of RFC 6962 §2.1.2 that this tree continues the one with its first leaves, as {@link #consistent} takes
     * it.
     *
     * @param size of the older tree, from 1 to {@link #size()}
     */
    public List<byte[]> consistencyProof(int size) {
        if (size < 1 || size > leaves.size()) {
            throw new IllegalArgumentException("No tree of " + size + " leaves begins a tree of " + leaves.size());
        }
        List<byte[]> proof = new ArrayList<>();
        prove(size, leaves, Known.YES, proof);
        return proof;
    }

    /** Whether who checks a proof has a subtree's root already. */
    private enum Known {
        YES,
        NO
    }

    private static void prove(int size, List<byte[]> hashes, Known known, List<byte[]> proof) {
        if (size == hashes.size()) {
            if (known == Known.NO) {
                proof.add(root(hashes));
            }
            return;
        }
        int left = split(hashes.size());
        List<byte[]> before = hashes.subList(0, left);
        List<byte[]> after = hashes.subList(left, hashes.size());
        if (size <= left) {
            prove(size, before, known, proof);
            proof.add(root(after));
        } else {
            prove(size - left, after, Known.NO, proof);
            proof.add(root(before));
        }
    }

    /**
     * Whether a tree continues an older one, by the algorithm of RFC 9162 §2.1.4.2.
     *
     * @param size leaves of the older tree, at least 1
     * @param root its root
     * @param laterSize leaves of the younger tree
     * @param laterRoot its root
     * @param proof as {@link #consistencyProof} gives it
     */
    public static boolean consistent(long size, byte[] root, long laterSize, byte[] laterRoot, List<byte[]> proof) {
        if (size < 1 || size > laterSize) {
            return false;
        }
        if (size == laterSize) {
            return proof.isEmpty() && Arrays.equals(root, laterRoot);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(size) == 1) {
            path.add(0, root);
        }
        if (path.isEmpty()) {
            return false;
        }
        long place = size - 1;
        long last = laterSize - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] old = path.get(0);
        byte[] later = path.get(0);
        for (byte[] hash : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                old = nodeHash(hash, old);
                later = nodeHash(hash, later);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                later = nodeHash(later, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, root) && Arrays.equals(later, laterRoot);
    }

    private static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.get(0).clone();
        }
        int left = split(hashes.size());
        return nodeHash(root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
    }

    /**
     * The audit path of RFC 6962 §2.1.1: what {@link #includes} needs to reach the root from one leaf, bottom up.
     *
     * @param index of the leaf, from 0
     */
    public List<byte[]> inclusionProof(int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + leaves.size());
        }
        List<byte[]> proof = new ArrayList<>();
        climb(leaves, index, proof);
        return proof;
    }

    private static void climb(List<byte[]> hashes, int index, List<byte[]> proof) {
        if (hashes.size() == 1) {
            return;
        }
        int left = split(hashes.size());
        List<byte[]> before = hashes.subList(0, left);
        List<byte[]> after = hashes.subList(left, hashes.size());
        if (index < left) {
            climb(before, index, proof);
            proof.add(root(after));
        } else {
            climb(after, index - left, proof);
            proof.add(root(before));
        }
    }

    /**
     * Whether leaf data is at a place in the tree with this root, by the algorithm of RFC 9162 §2.1.3.2.
     *
     * @param index of the leaf, from 0
     * @param size leaves of the whole tree
     * @param proof as {@link #inclusionProof} gives it
     */
    public static boolean includes(byte[] root, long size, long index, byte[] leafData, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leafHash(leafData);
        for (byte[] sibling : proof) {
            if (last == 0 || sibling.length != 32) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = nodeHash(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(root, hash);
    }

    /** The largest power of two below a size of at least 2. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] leafHash(byte[] data) {
        MessageDigest digest = Sha256.start();
        digest.update(LEAF);
        return digest.digest(data);
    }

    private static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.start();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
