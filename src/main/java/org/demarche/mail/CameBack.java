package org.demarche.mail;

/** Knows what came back and waits for a person. */
public interface CameBack {

    /** @param admin whether the reader may see what signers wrote, and not missions' answers alone */
    long waiting(boolean admin);
}
