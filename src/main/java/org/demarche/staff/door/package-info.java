/** The doors of the desk: who comes with a token or a session, and what a foreign page or a password alone may not do. */
package org.demarche.staff.door;
