/**
 * What our own modules' tests share: a server that misbehaves on request, certificates made while the tests run, and the
 * contract every transport must keep.
 */
@NullMarked
package io.github.mailgunreactor.testing;

import org.jspecify.annotations.NullMarked;
