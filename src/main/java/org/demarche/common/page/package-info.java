/** What every page shares: the reader's language, the frame around the text, and how numbers and times are said; knows no campaign. */
package org.demarche.common.page;
