package org.hashwise.assessment;

/** An assessment with the receipt of its newest version. */
public record StoredAssessment(Assessment assessment, Receipt receipt) {}
