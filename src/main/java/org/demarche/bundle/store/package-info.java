/** Where sealed files of bundles lie: the data folder, or an S3-compatible object store; knows nothing of bundles. */
package org.demarche.bundle.store;
