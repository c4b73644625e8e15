/** All that one mission is handed: asked for, frozen at a head of the ledger, kept sealed; printing and carrying have rooms of their own. */
package org.demarche.bundle;
