/** Settings that are secrets and are read from files, where no list of processes shows them. */
package org.demarche.common.secrets;
