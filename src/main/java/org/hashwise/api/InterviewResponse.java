package org.hashwise.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Interview;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Questionnaire;

/** An interview as JSON. */
record InterviewResponse(
        Map<Strategy, Number> probabilities,
        Strategy leading,
        Strategy advised,
        boolean settled,
        boolean proven,
        List<InquiryItem> next,
        List<InquiryItem> refine,
        int answered,
        int couldStillMatter,
        int samples,
        long seed) {

    static InterviewResponse of(Interview interview, Questionnaire questionnaire) {
        Map<Strategy, Number> probabilities = new LinkedHashMap<>();
        interview.probabilities().forEach((strategy, part) -> probabilities.put(strategy, Plain.number(part)));
        return new InterviewResponse(
                probabilities,
                interview.leading(),
                interview.advised(),
                interview.settled(),
                interview.proven(),
                items(interview.next(), questionnaire),
                items(interview.refine(), questionnaire),
                interview.answered(),
                interview.couldStillMatter(),
                interview.samples(),
                interview.seed());
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
}
