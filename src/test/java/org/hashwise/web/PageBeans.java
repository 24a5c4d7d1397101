package org.hashwise.web;

import org.hashwise.consultation.AssessmentSlice;
import org.hashwise.consultation.Wording;
import org.hashwise.rulebook.ActiveRulebook;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The beans of the pages, on the rules for pages. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    StartController.class,
    QuestionController.class,
    AdviceController.class,
    SuggestionController.class,
    WhatIfController.class,
    InterviewController.class,
    ExampleController.class,
    ProblemsController.class,
    SaveController.class,
    AssessmentController.class,
    SavedPages.class,
    SharedController.class,
    StoreFailurePages.class,
    AssessmentSlice.class,
    Wording.class
})
class PageBeans {

    @Bean
    ActiveRulebook pageRulebooks() {
        return PageSlice.RULEBOOKS;
    }
}
