package org.demarche.signing;

/** How a signature came in; the certificate keeps them apart. */
public enum Origin {
    WEB,
    API,
    PAPER,
    IMPORT
}
