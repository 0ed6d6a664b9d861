package dev.assay.config;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What its owner declares about a dataset ({@code dataset.yaml}). Everything but {@code id} and {@code location} is
 * optional: {@code null} means undeclared, which is not the same as an empty list, a declared nothing.
 *
 * @param id safe as a file name and a path in git
 * @param owner who answers for the data
 * @param steward who tends it
 * @param custodian who stores it
 * @param modality such as {@code text}, {@code tabular}, {@code chat}
 * @param purposes what it may be used for
 * @param classification how confidential it is, in the owner's own scheme
 * @param personalData kinds of personal data the owner says are in it
 * @param dataSubjects whom it is about, in the owner's words; {@value #CHILD} stands for children
 * @param location where the data lies: an absolute path of the local disk or a URI
 * @param include globs over paths relative to the location; empty takes all
 * @param exclude globs that win over {@code include}
 * @param format name of the file format when content and name should not decide
 * @param columns what is known about single columns
 * @param sources where the data came from
 * @param transformations what was done to it since
 * @param listings lists of its files that others made, which its files are compared with
 */
public record DatasetCard(
        String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String owner,
        @Nullable String steward,
        @Nullable String custodian,
        @Nullable String modality,
        @Nullable List<String> purposes,
        @Nullable String classification,
        @Nullable List<DataClass> personalData,
        @Nullable List<String> dataSubjects,
        String location,
        List<String> include,
        List<String> exclude,
        @Nullable String format,
        @Nullable List<DeclaredColumn> columns,
        @Nullable List<DeclaredSource> sources,
        @Nullable List<Transformation> transformations,
        @Nullable List<DeclaredListing> listings) {
    /** Where the data lies when the card does not say: a directory beside the card. */
    static final String DEFAULT_LOCATION = "data";

    /** What {@code dataSubjects} calls children. */
    public static final String CHILD = "child";

    public DatasetCard {
        if (!Names.isName(id)) {
            throw new IllegalArgumentException("`" + id + "` is no safe name: " + Names.FORM);
        }
        purposes = Declared.copy(purposes);
        personalData = Declared.copy(personalData);
        dataSubjects = Declared.copy(dataSubjects);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        columns = Declared.copy(columns);
        sources = Declared.copy(sources);
        transformations = Declared.copy(transformations);
        listings = Declared.copy(listings);
    }

    /**
     * Reads a card. Paths in it are relative to its own directory.
     *
     * @throws ConfigException with all problems
     */
    public static DatasetCard read(Path file) {
        return YamlFile.read(file).as(card -> read(card, file));
    }

    /** A card for data that has none: an id from the last step of the location, everything else undeclared. */
    public static DatasetCard forLocation(String location) {
        String bare = Locations.withoutQuery(location);
        String resolved = Locations.resolve(Path.of(""), location);
        String named = Locations.lastStep(Locations.isUri(location) ? bare : resolved);
        return new DatasetCard(
                Names.from(named),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                resolved,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** The id nearest to a name: lower case, everything else a hyphen. */
    public static String idFor(String name) {
        return Names.from(name);
    }

    static DatasetCard read(Section card, Path file) {
        Path directory = file.toAbsolutePath().normalize().getParent();
        Path base = directory == null ? Path.of("/") : directory;
        return new DatasetCard(
                card.get("id", defaultId(file, base), Names::parse),
                card.findText("title").orElse(null),
                card.findText("description").orElse(null),
                card.findText("owner").orElse(null),
                card.findText("steward").orElse(null),
                card.findText("custodian").orElse(null),
                card.findText("modality").orElse(null),
                card.findTexts("purposes").orElse(null),
                card.findText("classification").orElse(null),
                card.findList("personal-data", DataClass::parsePersonal).orElse(null),
                card.findTexts("data-subjects").orElse(null),
                card.get(
                        "location",
                        Locations.resolve(base, DEFAULT_LOCATION),
                        location -> Locations.resolve(base, location)),
                card.texts("include"),
                card.texts("exclude"),
                card.findText("format").orElse(null),
                card.findSections("columns", DeclaredColumn::read).orElse(null),
                sources(card, base),
                card.findSections("transformations", Transformation::read).orElse(null),
                card.findSections("listings", listing -> DeclaredListing.read(listing, base))
                        .orElse(null));
    }

    private static @Nullable List<DeclaredSource> sources(Section card, Path directory) {
        List<DeclaredSource> sources = card.findSections("sources", source -> DeclaredSource.read(source, directory))
                .orElse(null);
        Set<String> ids = new HashSet<>();
        for (DeclaredSource source : sources == null ? List.<DeclaredSource>of() : sources) {
            if (!ids.add(source.id())) {
                card.problem("sources", "two sources have the id `" + source.id() + "`; ids must differ");
            }
        }
        return sources;
    }

    /** {@code chats/dataset.yaml} describes {@code chats}, {@code chats.yaml} as well. */
    private static String defaultId(Path file, Path directory) {
        String stem = Locations.stem(String.valueOf(file.getFileName()));
        return Names.from(stem.equals("dataset") ? String.valueOf(directory.getFileName()) : stem);
    }

    /** The source with this id. */
    public Optional<DeclaredSource> source(String sourceId) {
        return sources == null
                ? Optional.empty()
                : sources.stream()
                        .filter(source -> source.id().equals(sourceId))
                        .findFirst();
    }

    /** The lists of its files; none if nobody declared any. */
    public List<DeclaredListing> declaredListings() {
        return listings == null ? List.of() : listings;
    }

    /** All declared facts but locations, which may differ where the bytes are the same. Undeclared keys are left out. */
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("schema", "dev.assay/dataset-card/v1")
                .put("id", id)
                .putIfPresent("title", title)
                .putIfPresent("description", description)
                .putIfPresent("owner", owner)
                .putIfPresent("steward", steward)
                .putIfPresent("custodian", custodian)
                .putIfPresent("modality", modality)
                .putIfPresent("classification", classification)
                .putStrings("include", include)
                .putStrings("exclude", exclude)
                .putIfPresent("format", format);
        Declared.texts(json, "purposes", purposes);
        Declared.list(json, "personalData", personalData, dataClass -> Json.of(dataClass.label()));
        Declared.texts(json, "dataSubjects", dataSubjects);
        Declared.list(json, "columns", columns, DeclaredColumn::toJson);
        Declared.list(json, "sources", sources, DeclaredSource::toJson);
        Declared.list(json, "transformations", transformations, Transformation::toJson);
        Declared.list(json, "listings", listings, DeclaredListing::toJson);
        return json.build();
    }

    /** SHA-256 over the canonical JSON of {@link #toJson()}: the same card has one digest wherever its data lies. */
    public String cardSha256() {
        return toJson().sha256();
    }
}
