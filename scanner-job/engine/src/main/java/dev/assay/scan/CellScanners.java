package dev.assay.scan;

import dev.assay.detect.CellScanner;
import dev.assay.detect.RuleSet;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The cell scanners of one engine, as many as ever worked at once. Making one costs as much as scanning some hundred
 * kilobytes, and what one finds does not depend on what it scanned before. Thread-safe.
 */
final class CellScanners {
    private final RuleSet rules;
    private final Queue<CellScanner> idle = new ConcurrentLinkedQueue<>();

    CellScanners(RuleSet rules) {
        this.rules = rules;
    }

    /** A scanner for the calling thread, to be {@link #give given} back. */
    CellScanner take() {
        return Optional.ofNullable(idle.poll()).orElseGet(rules::scanner);
    }

    /** Takes back a scanner whose last scan ended well; one that failed is left to the collector. */
    void give(CellScanner scanner) {
        scanner.forget();
        idle.add(scanner);
    }
}
