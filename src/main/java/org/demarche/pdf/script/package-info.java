/** Draws any script inside a PDF: which face has a character, in which order and shape; knows fonts and text, no paper. */
package org.demarche.pdf.script;
