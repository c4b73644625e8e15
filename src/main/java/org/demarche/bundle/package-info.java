/** What is carried to the gate: volumes of sheets with cover and certificate, manifest, seal and handover. */
package org.demarche.bundle;
