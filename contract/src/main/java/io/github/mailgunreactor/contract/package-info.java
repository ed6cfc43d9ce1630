/**
 * What the library sends and reads, operation by operation: tables of calls with the request that each must send and an
 * response that it must read, to be held against any server.
 */
@NullMarked
package io.github.mailgunreactor.contract;

import org.jspecify.annotations.NullMarked;
