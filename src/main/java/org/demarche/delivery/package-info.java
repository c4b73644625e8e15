/** Campaign letters to missions by mail: asked for by one person, approved by another, then queued in the outbox and followed to their answers. */
package org.demarche.delivery;
