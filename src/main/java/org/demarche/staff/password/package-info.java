/** What a password may be, and how it is kept. */
package org.demarche.staff.password;
