package org.hashwise.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers something about the callers of late, and forgets who was not seen for longest: memory has an end. */
final class BoundedMap {

    private static final float LOAD = 0.75f;

    private BoundedMap() {}

    /** Thread-safe. */
    static <V> Map<String, V> atMost(int size) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > size;
            }
        });
    }
}
