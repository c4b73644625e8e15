/** News to those who asked for it when they signed: written by one person, approved by another, sent once to each. */
package org.demarche.signing.news;
