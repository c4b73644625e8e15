/** The outbox: messages are queued in the caller's transaction, sent by runs over SMTP or kept in the local mailbox, and each answer is recorded; what a message says is left to the features. */
package org.demarche.mail;
