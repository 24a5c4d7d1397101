package org.hashwise.rulebook.content;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list whose elements are read when one is first asked for. Thread-safe. */
final class DeferredList<E> extends AbstractList<E> implements RandomAccess {

    private final Supplier<List<E>> reader;
    private volatile @Nullable List<E> elements;

    /** @param reader called once */
    DeferredList(Supplier<List<E>> reader) {
        this.reader = reader;
    }

    @Override
    public E get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }

    private List<E> elements() {
        List<E> known = elements;
        return known == null ? read() : known;
    }

    private synchronized List<E> read() {
        List<E> known = elements;
        if (known == null) {
            known = reader.get();
            elements = known;
        }
        return known;
    }
}
