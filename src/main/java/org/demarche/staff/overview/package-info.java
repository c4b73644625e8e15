/** The first page of the desk: what runs, what waits for a person, and the switches of an attack day. */
package org.demarche.staff.overview;
