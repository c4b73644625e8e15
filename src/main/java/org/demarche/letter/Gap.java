package org.demarche.letter;

import org.demarche.common.Language;

/**
 * Something that most other languages of a letter have and this one lacks.
 *
 * @param line where it would stand in this language's file, counted from 1; the column likewise
 * @param message what is lacking, and where another language has it
 */
public record Gap(Language language, int line, int column, String message) {}
