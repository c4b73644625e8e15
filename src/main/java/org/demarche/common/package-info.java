/** Small value types and the clock that every package may use; imports nothing of ours. */
package org.demarche.common;
