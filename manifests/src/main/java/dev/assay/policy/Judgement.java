package dev.assay.policy;

/**
 * Whether one condition is met.
 *
 * @param met whether
 * @param expected what it asks for
 * @param actual what the manifest says
 * @param reason one sentence for a person
 */
record Judgement(boolean met, String expected, String actual, String reason) {}
