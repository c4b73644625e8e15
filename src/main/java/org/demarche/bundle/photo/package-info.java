/** Photographs of handovers: taken in without what a camera adds, faces blurred by hand, then shown to everybody. */
package org.demarche.bundle.photo;
