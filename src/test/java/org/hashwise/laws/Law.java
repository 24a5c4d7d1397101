package org.hashwise.laws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;

/**
 * Something that must hold for every company. The same companies are tried in every run, so that a build does not
 * depend on chance; {@code -Djqwik.tries.default=100000} tries those and more.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(seed = "20260630", edgeCases = EdgeCasesMode.FIRST)
public @interface Law {}
