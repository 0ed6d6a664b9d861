package dev.assay.detect.pii;

import java.util.Map;
import java.util.TreeMap;

/** Rules by name while they are collected, each with the separators its presentation may hold. */
final class RuleBook {
    /** What most numbers are written with. */
    static final String COMMON = " -./";

    private final Map<String, Entry> entries = new TreeMap<>();

    RuleBook add(String name, Rule rule) {
        return add(name, COMMON, rule);
    }

    RuleBook add(String name, String separators, Rule rule) {
        if (entries.put(name, new Entry(separators, rule)) != null) {
            throw new IllegalStateException("Two rules are named " + name + ".");
        }
        return this;
    }

    /** A rule added before. */
    Rule rule(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalStateException("No rule is named " + name + ".");
        }
        return entry.rule();
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /** A rule and its separators. */
    record Entry(String separators, Rule rule) {}
}
