package org.hashwise.assessment;

/** Reason for which an assessment was deleted. */
public enum DeletionReason {
    /** Asked for by a user. */
    REQUEST,
    /** The assessment was not changed for the period of retention. */
    RETENTION
}
