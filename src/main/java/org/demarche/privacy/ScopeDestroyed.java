package org.demarche.privacy;

/** The key of a scope is gone for good. */
record ScopeDestroyed(String scope) {}
