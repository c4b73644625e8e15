/** How a finished bundle leaves the house: volumes, manifest and labels, in an archive, by staff, coordinator or link. */
package org.demarche.bundle.carry;
