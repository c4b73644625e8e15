/** Signatures with their personal data as a file: asked for by one person, approved by another, then written in constant memory. */
package org.demarche.signing.export;
