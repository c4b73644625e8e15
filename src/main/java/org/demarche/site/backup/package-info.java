/** Takes everything an installation holds into sealed archives, and brings it back, on either database. */
package org.demarche.site.backup;
