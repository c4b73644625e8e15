/** Turns XHTML into PDF with embedded fonts for any script, and seals PDF files; knows no campaign and no person. */
package org.demarche.pdf;
