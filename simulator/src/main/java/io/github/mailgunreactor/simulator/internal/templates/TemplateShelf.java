package io.github.mailgunreactor.simulator.internal.templates;

import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The templates of a domain, or of an account in a region, by name. */
final class TemplateShelf {
    static final int MOST_TEMPLATES = 100;

    private final NavigableMap<String, StoredTemplate> byName = new TreeMap<>();

    static TemplateShelf of(SendingDomain domain) {
        return domain.store().get(TemplateShelf.class, TemplateShelf::new);
    }

    static TemplateShelf of(Account account, String region) {
        return account.inRegion(region).get(TemplateShelf.class, TemplateShelf::new);
    }

    NavigableMap<String, StoredTemplate> byName() {
        return byName;
    }

    /** The template with the name; refuses one that is not there. */
    StoredTemplate require(String name) {
        StoredTemplate template = byName.get(name);
        if (template == null) {
            throw new Refusal(404, "template not found");
        }
        return template;
    }

    /** The template with the name or id, or {@code null}. */
    @Nullable
    StoredTemplate find(String nameOrId) {
        StoredTemplate named = byName.get(nameOrId);
        return named != null
                ? named
                : byName.values().stream()
                        .filter(template -> template.id().equals(nameOrId))
                        .findFirst()
                        .orElse(null);
    }

    /** Puts a template in; refuses a name that is taken and one template too many. */
    void add(StoredTemplate template) {
        requireFree(template.name());
        Refusal.where(byName.size() >= MOST_TEMPLATES, 400, "there can be at most " + MOST_TEMPLATES + " templates");
        byName.put(template.name(), template);
    }

    void rename(StoredTemplate template, String newName) {
        requireFree(newName);
        byName.remove(template.name());
        template.rename(newName);
        byName.put(newName, template);
    }

    private void requireFree(String name) {
        Refusal.where(byName.containsKey(name), 400, "template with name '" + name + "' already exists");
    }
}
