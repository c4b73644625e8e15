/** One mail when a campaign opens, to whoever asked for it and confirmed; what becomes of signatures is left to others. */
package org.demarche.signing.opening;
