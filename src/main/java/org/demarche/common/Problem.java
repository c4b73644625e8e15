package org.demarche.common;

/**
 * What is wrong with one field of a form or a call, said in the reader's language.
 *
 * @param field the field's name as in the form and in the API
 * @param message a sentence on how to put it right
 */
public record Problem(String field, String message) {}
