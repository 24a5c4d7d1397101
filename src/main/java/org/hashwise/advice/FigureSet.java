package org.hashwise.advice;

import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Questionnaire;

/** A set of figures of a company that a part of a rule reads. Immutable. */
final class FigureSet {

    final BitSet positions = new BitSet();
    final BitSet metrics = new BitSet();
    final boolean others;

    /** @param ids of questions, metrics and other figures */
    FigureSet(Collection<String> ids, Questionnaire questionnaire) {
        boolean others = false;
        for (String id : ids) {
            Optional<Metric> metric = Metric.ofId(id);
            int position = questionnaire.position(id);
            if (metric.isPresent()) {
                metrics.set(metric.get().ordinal());
            } else if (position >= 0) {
                positions.set(position);
            } else {
                others = true;
            }
        }
        this.others = others;
    }
}
