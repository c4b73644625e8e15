/** The giving of a bundle: when, where, by whom, how it ended, and what signers are told of it. */
package org.demarche.bundle.handover;
