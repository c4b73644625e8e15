/** What an operator sees from outside: figures, health with reasons; and what is turned away when too much comes at once. */
package org.demarche.site.watch;
