package org.hashwise.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Interview.Inquiry;

/**
 * The current step of the interview.
 *
 * @param state whether there is something to ask
 * @param id of the question to ask; empty when there is none
 * @param mattering how many questions, this one included, could still matter and were not skipped
 * @param skipped ids of skipped questions that could still matter
 * @param share part of the doubt that the question is expected to settle, from 0 to 1
 */
record InterviewStep(State state, String id, int mattering, List<String> skipped, double share) {

    enum State {
        ASKING,
        /** No answer that is open can change the advice. */
        PROVEN,
        /** The advice is so probable that asking can stop. */
        SETTLED,
        /** No question that was not skipped tells anything by itself. */
        RESTING,
        /** Nothing is left to ask. */
        FINISHED
    }

    /** The question of an interview that comes next, or why there is none. */
    static InterviewStep next(Interview interview, QuestionnaireSession visit) {
        List<Inquiry> open = interview.next().stream()
                .filter(inquiry -> !visit.trail().skipped().contains(inquiry.id()))
                .toList();
        State state = state(interview, visit, open);
        return of(state, state == State.ASKING ? open.get(0).id() : "", interview, visit);
    }

    /** A certain question. */
    static InterviewStep again(String id, Interview interview, QuestionnaireSession visit) {
        return of(State.ASKING, id, interview, visit);
    }

    private static State state(Interview interview, QuestionnaireSession visit, List<Inquiry> open) {
        if (open.isEmpty()) {
            return State.FINISHED;
        }
        if (visit.trail().goingOn()) {
            return State.ASKING;
        }
        if (interview.proven()) {
            return State.PROVEN;
        }
        if (interview.settled()) {
            return State.SETTLED;
        }
        Set<String> mattering = mattering(interview);
        return open.stream().map(Inquiry::id).anyMatch(mattering::contains) ? State.ASKING : State.RESTING;
    }

    private static InterviewStep of(State state, String id, Interview interview, QuestionnaireSession visit) {
        Set<String> mattering = mattering(interview);
        Set<String> skipped = visit.trail().skipped();
        double doubt = Probabilities.of(interview).doubt();
        double bits = interview.next().stream()
                .filter(inquiry -> inquiry.id().equals(id))
                .mapToDouble(Inquiry::bits)
                .findFirst()
                .orElse(0);
        return new InterviewStep(
                state,
                id,
                (int) mattering.stream().filter(each -> !skipped.contains(each)).count(),
                interview.next().stream()
                        .map(Inquiry::id)
                        .filter(each -> mattering.contains(each) && skipped.contains(each))
                        .toList(),
                doubt > 0 ? Math.min(1, bits / doubt) : 0);
    }

    private static Set<String> mattering(Interview interview) {
        return interview.next().stream()
                .sorted(Comparator.comparingDouble(Inquiry::bits).reversed())
                .limit(interview.couldStillMatter())
                .map(Inquiry::id)
                .collect(Collectors.toSet());
    }
}
