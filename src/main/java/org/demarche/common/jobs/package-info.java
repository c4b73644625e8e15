/** Work that runs by itself, once in the whole cluster, and goes on elsewhere when a node dies. */
package org.demarche.common.jobs;
