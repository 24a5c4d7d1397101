package org.hashwise.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashwise.assessment.EditionLookup;
import org.hashwise.consultation.EditionSource;
import org.hashwise.files.DataFolder;
import org.hashwise.rulebook.RulesLocation;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;

/**
 * The locations in which {@code verify} looks for an edition of the rulebook.
 *
 * @param names as people read them, in the order of the sources
 */
record DataLocations(List<EditionSource> sources, List<String> names) {

    DataLocations {
        sources = List.copyOf(sources);
        names = List.copyOf(names);
    }

    /** The folder in force here, the program itself, the folders that are named, then the archives. */
    static DataLocations of(VerifyArguments arguments) {
        List<EditionSource> sources = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<RulesLocation> locations = new ArrayList<>(List.of(RulesLocation.of("")));
        if (locations.get(0).folder().isPresent()) {
            locations.add(RulesLocation.packaged());
        }
        arguments.rules.forEach(folder -> locations.add(new RulesLocation(Optional.of(Path.of(folder)))));
        for (RulesLocation location : locations) {
            sources.add(EditionSource.of(location));
            names.add(name(location));
        }
        List<String> stores = new ArrayList<>(arguments.data);
        if (EditionLookup.at(DataFolder.DEFAULT).isPresent()) {
            stores.add(0, DataFolder.DEFAULT);
        }
        stores.forEach(store -> EditionLookup.at(store)
                .ifPresentOrElse(
                        lookup -> {
                            sources.add(EditionSource.archive(lookup::edition));
                            // An address of a server may hold a password.
                            names.add(lookup.isFile() ? store : store.split("\\?", 2)[0]);
                        },
                        () -> names.add(Messages.of("verify.place", store, Messages.of("verify.nothing")))));
        return new DataLocations(sources, names);
    }

    private static String name(RulesLocation location) {
        String place = location.folder().map(Path::toString).orElse(Messages.of("verify.packaged"));
        try {
            RulebookFiles files = location.files();
            return Messages.of("verify.place", place, files.fingerprint());
        } catch (RulebookRejected missing) {
            return Messages.of("verify.place", place, Messages.of("verify.nothing"));
        }
    }
}
