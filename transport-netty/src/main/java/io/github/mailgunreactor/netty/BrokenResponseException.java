package io.github.mailgunreactor.netty;

import io.netty.handler.codec.DecoderException;

/** The response is not what HTTP, or the request, allows. The message is ours and repeats nothing of the server's. */
final class BrokenResponseException extends DecoderException {
    private static final long serialVersionUID = 1L;

    BrokenResponseException(String problem) {
        super(problem);
    }

    /** Where it was found says nothing: it is found in the pipeline. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
