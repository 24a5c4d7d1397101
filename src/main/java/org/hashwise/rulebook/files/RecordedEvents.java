package org.hashwise.rulebook.files;

import java.util.List;
import java.util.NoSuchElementException;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** A parser that repeats the events of a document, so that a text is scanned once although its events are read twice. */
final class RecordedEvents implements Parser {

    private final List<Event> events;
    private int position;

    RecordedEvents(List<Event> events) {
        this.events = events;
    }

    @Override
    public boolean hasNext() {
        return position < events.size();
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return hasNext() && events.get(position).getEventId() == choice;
    }

    @Override
    public Event peekEvent() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return events.get(position);
    }

    @Override
    public Event next() {
        Event event = peekEvent();
        position++;
        return event;
    }
}
