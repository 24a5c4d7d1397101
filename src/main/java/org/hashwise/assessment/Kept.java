package org.hashwise.assessment;

/** An assessment with the receipt of its newest version. */
public record Kept(Assessment assessment, Receipt receipt) {}
