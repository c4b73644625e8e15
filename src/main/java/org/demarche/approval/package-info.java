/** Four eyes: asked for by one person, approved by another; what it is about is said by those who use it. */
package org.demarche.approval;
