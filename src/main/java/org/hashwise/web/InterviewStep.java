package org.hashwise.web;

import java.util.List;
import java.util.Optional;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Interview.Inquiry;

/**
 * The progress of a visitor in the guided interview.
 *
 * @param state whether there is something to ask
 * @param id of the question to ask; empty when there is none
 * @param mattering how many questions besides this one could still matter and were not skipped
 * @param skipped ids of skipped questions that could still matter
 * @param share part of the doubt that the question is expected to settle, from 0 to 1
 */
record InterviewStep(State state, String id, int mattering, List<String> skipped, double share) {

    /** A skipped question with less information about the advice than this, in bits, is not shown again. A judgement. */
    private static final double LITTLE = 0.01;

    enum State {
        ASKING,
        /** No answer that is open can change the advice. */
        PROVEN,
        /** The advice is so probable that asking can stop. */
        SETTLED,
        /** The answers that can still be given would rarely change the advice. */
        EXHAUSTED,
        /** The end: no question is left to ask. */
        FINISHED
    }

    /** The question of an interview that comes next, or why there is none. */
    static InterviewStep next(Interview interview, QuestionnaireSession session) {
        State state = state(interview, session.history().goingOn());
        return of(state, state == State.ASKING ? interview.next().get(0).id() : "", interview);
    }

    /** A certain question. */
    static InterviewStep again(String id, Interview interview) {
        return of(State.ASKING, id, interview);
    }

    private static State state(Interview interview, boolean goingOn) {
        if (interview.next().isEmpty()) {
            return State.FINISHED;
        }
        if (goingOn) {
            return State.ASKING;
        }
        if (interview.proven()) {
            return State.PROVEN;
        }
        if (interview.settled()) {
            return State.SETTLED;
        }
        return interview.exhausted() ? State.EXHAUSTED : State.ASKING;
    }

    private static InterviewStep of(State state, String id, Interview interview) {
        double doubt = Probabilities.of(interview).doubt();
        Optional<Inquiry> asked = interview.next().stream()
                .filter(inquiry -> inquiry.id().equals(id))
                .findFirst();
        double bits = asked.map(Inquiry::bits).orElse(0.0);
        return new InterviewStep(
                state,
                id,
                Math.max(0, interview.couldStillMatter() - (asked.isPresent() ? 1 : 0)),
                interview.unknown().stream()
                        .filter(inquiry -> inquiry.bits() >= LITTLE)
                        .map(Inquiry::id)
                        .toList(),
                doubt > 0 ? Math.min(1, bits / doubt) : 0);
    }
}
