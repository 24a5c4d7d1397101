package org.hashwise.web;

import org.hashwise.consultation.AssessmentSlice;
import org.hashwise.consultation.Wording;
import org.springframework.context.annotation.Import;

/** The beans of the pages, with a given advice, given analyses and given projections. */
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
    Wording.class,
    PageConsultation.class,
    PageAnalyses.class,
    PageProjections.class
})
final class PageBeans {}
