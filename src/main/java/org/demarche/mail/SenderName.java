package org.demarche.mail;

/** The name that stands before the sender's address, where the organisation has chosen one at the desk. */
public interface SenderName {

    /** Empty for the one in the settings. */
    String chosen();
}
