/** Seals personal data in the database and opens it for those who hold the keys; owns what erasure and export mean, and leaves the data themselves to the features. */
package org.demarche.privacy;
