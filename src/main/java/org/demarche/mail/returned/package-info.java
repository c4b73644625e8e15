/** What came back: takes in the bounce mailbox, matches each mail with what was sent, and shows a person what is left. */
package org.demarche.mail.returned;
