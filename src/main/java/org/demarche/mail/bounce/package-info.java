/** Reads a mail that came back and tells what it is: a report, an automatic answer, a letter; knows no rows and trusts nobody. */
package org.demarche.mail.bounce;
