/** Tells anybody whether a document is one of ours, by its digest. */
package org.demarche.bundle.verify;
