package io.github.mailgunreactor.servlet;

import io.github.mailgunreactor.webhooks.WebhookReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

/** Turns what a receiver says into what a container answers; where the connection breaks, it cancels the receiver. */
final class Exchange extends BaseSubscriber<WebhookReply> implements AsyncListener {
    private final AsyncContext context;
    private final HttpServletResponse response;

    Exchange(AsyncContext context, HttpServletResponse response) {
        this.context = context;
        this.response = response;
        context.addListener(this);
    }

    Disposable answer(Mono<WebhookReply> reply) {
        reply.subscribe(this);
        return this;
    }

    @Override
    protected void hookOnNext(WebhookReply reply) {
        response.setStatus(reply.status());
        context.complete();
    }

    @Override
    protected void hookOnError(Throwable unexpected) {
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        context.complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        cancel();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        cancel();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
