package org.hashwise.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hashwise.consultation.AssessmentSlice;
import org.hashwise.consultation.Wording;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;

/** The pages alone, on top of a consultation that advises everybody alike. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest({
    StartController.class,
    QuestionController.class,
    AdviceController.class,
    SuggestionController.class,
    WhatIfController.class,
    InterviewController.class,
    ExampleController.class,
    SaveController.class,
    AssessmentController.class,
    SharedController.class,
    StoreFailurePages.class
})
@Import({
    Wording.class,
    AssessmentSlice.class,
    SavedPages.class,
    PageConsultation.class,
    PageAnalyses.class,
    PageProjections.class
})
@interface PageSlice {}
