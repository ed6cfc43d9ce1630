package io.github.mailgunreactor.simulator.internal.templates;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.WireDates;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A template with its versions. One of them is active, or none if that one was deleted. */
final class StoredTemplate {
    static final int MOST_VERSIONS = 40;

    private final String id;
    private final String createdBy;
    private final Instant createdAt;
    private final NavigableMap<String, StoredVersion> versions = new TreeMap<>();
    private String name;
    private String description;
    private @Nullable String activeTag;

    StoredTemplate(String id, String name, String description, String createdBy, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }

    void describe(String newDescription) {
        this.description = newDescription;
    }

    NavigableMap<String, StoredVersion> versions() {
        return versions;
    }

    /** The version with the tag; refuses one that is not there. */
    StoredVersion require(String tag) {
        StoredVersion version = versions.get(tag);
        if (version == null) {
            throw new Refusal(404, "template version not found");
        }
        return version;
    }

    /** The version that messages are made of: the one with the tag, or the active one where none is named. */
    @Nullable
    StoredVersion find(@Nullable String tag) {
        String wanted = tag == null || tag.isEmpty() ? activeTag : tag;
        return wanted == null ? null : versions.get(wanted);
    }

    /** Puts a version in, or in the place of the one with its tag. The first one becomes active. */
    void put(StoredVersion version, boolean active) {
        Refusal.where(
                !versions.containsKey(version.tag()) && versions.size() >= MOST_VERSIONS,
                400,
                "a template can have at most " + MOST_VERSIONS + " versions");
        if (active || versions.isEmpty()) {
            activeTag = version.tag();
        }
        versions.put(version.tag(), version);
    }

    void remove(StoredVersion version) {
        versions.remove(version.tag());
        if (isActive(version)) {
            activeTag = null;
        }
    }

    private boolean isActive(StoredVersion version) {
        return version.tag().equals(activeTag);
    }

    /** A copy of its own, with the versions of these tags or, where there is none, with all. */
    StoredTemplate copy(String newId, String newName, Iterable<String> tags, Instant now) {
        StoredTemplate copy = new StoredTemplate(newId, newName, description, createdBy, now);
        for (String tag : tags) {
            StoredVersion version = require(tag);
            copy.put(version, isActive(version));
        }
        return copy;
    }

    JsonObject described() {
        return JsonObject.of("name", name)
                .and("description", description)
                .and("createdAt", WireDates.utc(createdAt))
                .and("createdBy", createdBy)
                .and("id", id);
    }

    JsonObject described(StoredVersion version) {
        return described().and("version", version(version, true));
    }

    JsonObject version(StoredVersion version, boolean whole) {
        return version.described(isActive(version), whole);
    }
}
