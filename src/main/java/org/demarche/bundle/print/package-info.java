/** Sets a bundle on paper: volumes of sheets or letters, the cover with its certificate, and what staff see beforehand. */
package org.demarche.bundle.print;
