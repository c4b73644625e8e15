package org.demarche.pdf;

import java.util.Locale;

/**
 * How documents are bound into one volume: a running head with the page's number on every page, contents in front that
 * are written last, and each document on a right-hand page, so that both sides of the paper can be printed.
 *
 * @param language of the running head
 * @param running what stands at the head of every page
 */
public record Binding(Locale language, String running) {}
