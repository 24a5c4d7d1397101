package org.hashwise.rulebook;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The rulebook in force. */
@Component
public class Rulebooks {

    private volatile Rulebook current;

    /**
     * Reads the rules at start.
     *
     * @throws RulebookRejected when they have errors: the program does not start without good rules
     */
    Rulebooks(@Value("${hashwise.rules:}") String folder) {
        current = RulebookReader.read(RulesLocation.of(folder).files());
    }

    /** The edition in force; hold on to it for the length of one request. */
    public Rulebook current() {
        return current;
    }
}
