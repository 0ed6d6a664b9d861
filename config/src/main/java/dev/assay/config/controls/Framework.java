package dev.assay.config.controls;

/**
 * A set of controls somebody else publishes.
 *
 * @param id such as {@code soc2}
 * @param title its name and edition
 */
public record Framework(String id, String title) {}
