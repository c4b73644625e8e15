/** Letter templates by key, language and version: import, merge in a sandbox, and rendering to text, HTML and PDF. */
package org.demarche.letter;
