package org.hashwise.rulebook.lint;

import java.util.Set;
import java.util.TreeSet;
import org.hashwise.rulebook.language.Interval;

/** The values that a field can have. */
sealed interface FieldDomain {

    boolean isEmpty();

    FieldDomain and(FieldDomain other);

    record Numbers(Interval interval) implements FieldDomain {
        @Override
        public boolean isEmpty() {
            return interval.isEmpty();
        }

        @Override
        public FieldDomain and(FieldDomain other) {
            return other instanceof Numbers numbers ? new Numbers(interval.and(numbers.interval)) : this;
        }
    }

    /** Choices, or {@code true} and {@code false}. */
    record Words(Set<String> words) implements FieldDomain {
        public Words {
            words = java.util.Collections.unmodifiableSet(new TreeSet<>(words));
        }

        @Override
        public boolean isEmpty() {
            return words.isEmpty();
        }

        @Override
        public FieldDomain and(FieldDomain other) {
            if (other instanceof Words more) {
                Set<String> both = new TreeSet<>(words);
                both.retainAll(more.words);
                return new Words(both);
            }
            return this;
        }
    }
}
