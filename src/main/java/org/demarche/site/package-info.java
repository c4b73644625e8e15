/** The public house: home, about, layout, languages, error pages, security headers and health. */
package org.demarche.site;
