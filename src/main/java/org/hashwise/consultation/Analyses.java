package org.hashwise.consultation;

import java.util.List;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.StrategyMap;

/**
 * What else can be asked about an advice: how sure it is, what to ask next, and what would change it. Thread-safe.
 *
 * <p>Every method throws {@link NoMarketYet} when no snapshot is as old as the day that is asked for.
 */
public interface Analyses {

    /** How sure the advice is with these answers, and what to ask next. */
    Interview interview(Consultation.Request request);

    /** Where the recommendation changes if one value alone is another, the nearest first. */
    List<Flip> flips(Consultation.Request request);

    /** What would be recommended over two values. */
    StrategyMap map(Consultation.Request request, Axis x, Axis y);
}
