package org.hashwise.advice;

/** The role in the company that is responsible for a step of the plan. */
public enum Owner {
    BOARD,
    /** Chief executive. */
    CEO,
    /** Finance director. */
    CFO,
    /** Head of mining operations. */
    COO,
    /** General counsel. */
    COUNSEL,
    /** Head of power and data-centre development. */
    DEVELOPMENT
}
