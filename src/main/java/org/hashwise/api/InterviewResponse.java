package org.hashwise.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Interview;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** An interview as JSON. */
record InterviewResponse(
        Map<Strategy, Number> probabilities,
        Map<Strategy, Number> wideProbabilities,
        Strategy leading,
        Strategy advised,
        boolean settled,
        boolean proven,
        boolean exhausted,
        boolean reportable,
        @Nullable Sureness sureness,
        List<String> missing,
        List<InquiryItem> next,
        List<InquiryItem> unknown,
        List<InquiryItem> refine,
        int answered,
        int assumed,
        int couldStillMatter,
        int samples,
        long seed) {

    static InterviewResponse of(Interview interview, Questionnaire questionnaire) {
        return new InterviewResponse(
                numbers(interview.probabilities()),
                numbers(interview.wideProbabilities()),
                interview.leading(),
                interview.advised(),
                interview.settled(),
                interview.proven(),
                interview.exhausted(),
                interview.reportable(),
                interview.reportable() ? Sureness.of(interview) : null,
                interview.missing(),
                items(interview.next(), questionnaire),
                items(interview.unknown(), questionnaire),
                items(interview.refine(), questionnaire),
                interview.answered(),
                interview.assumed(),
                interview.couldStillMatter(),
                interview.samples(),
                interview.seed());
    }

    private static Map<Strategy, Number> numbers(Map<Strategy, Double> probabilities) {
        Map<Strategy, Number> numbers = new LinkedHashMap<>();
        probabilities.forEach((strategy, part) -> numbers.put(strategy, Plain.number(part)));
        return numbers;
    }

    private static List<InquiryItem> items(List<Interview.Inquiry> inquiries, Questionnaire questionnaire) {
        return inquiries.stream()
                .map(inquiry -> new InquiryItem(
                        inquiry.id(),
                        Plain.number(inquiry.bits()),
                        QuestionItem.of(questionnaire.question(inquiry.id()).orElseThrow())))
                .toList();
    }

    record InquiryItem(String id, Number bits, QuestionItem question) {}

    /** The probability of the advised strategy: the lower and the higher one of those in the two populations. */
    record Sureness(Number low, Number high) {

        static Sureness of(Interview interview) {
            return new Sureness(Plain.number(interview.lowest()), Plain.number(interview.highest()));
        }
    }
}
