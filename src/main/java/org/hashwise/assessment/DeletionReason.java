package org.hashwise.assessment;

/** Why an assessment was deleted. */
public enum DeletionReason {
    /** Somebody asked for it. */
    REQUEST,
    /** It was not changed for the period of retention. */
    RETENTION
}
