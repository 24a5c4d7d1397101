package org.hashwise.rulebook.fix;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.content.DerivedFigure;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.model.Parameter;

/** A computed figure that a condition compares with nothing but a threshold in the same unit. */
record ComparedFigure(DerivedFigure figure, Parameter threshold) {

    /** The figure that a condition compares; empty for any other condition. */
    static Optional<ComparedFigure> in(Atom condition, Map<String, Parameter> thresholds) {
        if (!(condition.expression() instanceof Expression.Comparison it)) {
            return Optional.empty();
        }
        String section = condition.fact().toLowerCase(Locale.ROOT);
        return of(section, it.left(), it.right(), thresholds).or(() -> of(section, it.right(), it.left(), thresholds));
    }

    private static Optional<ComparedFigure> of(
            String section, Expression compared, Expression border, Map<String, Parameter> thresholds) {
        if (!(compared instanceof Expression.Field field && border instanceof Expression.Threshold threshold)) {
            return Optional.empty();
        }
        return DerivedFigure.ofId(section + "." + field.name())
                .flatMap(figure -> Optional.ofNullable(thresholds.get(threshold.name()))
                        .filter(known -> known.unit().equals(figure.unit()))
                        .map(known -> new ComparedFigure(figure, known)));
    }
}
