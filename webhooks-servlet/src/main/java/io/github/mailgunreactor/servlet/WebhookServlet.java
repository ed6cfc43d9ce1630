package io.github.mailgunreactor.servlet;

import io.github.mailgunreactor.webhooks.WebhookReceiver;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Receives webhooks in any container of Jakarta Servlet, without holding a thread while a body comes or the handler works:
 *
 * <pre>{@code
 * ServletRegistration.Dynamic webhooks = context.addServlet("webhooks", new WebhookServlet(receiver));
 * webhooks.setAsyncSupported(true);
 * webhooks.addMapping("/hooks/mailgun-7f3a");
 * }</pre>
 *
 * <p>It takes webhooks, alerts and what routes forward with POST, and answers GET, by which Mailgun checks the URL of alerts, with 200.
 * It reads the body itself: no filter may have asked for parameters before.
 */
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient WebhookReceiver receiver;

    public WebhookServlet(WebhookReceiver receiver) {
        this.receiver = Objects.requireNonNull(receiver, "receiver");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext context = request.startAsync();
        // The receiver bounds how long it takes; the container must not answer in its place.
        context.setTimeout(0);
        RequestBody body = new RequestBody(request.getInputStream());
        new Exchange(context, response)
                .answer(receiver.receive(request.getContentType(), request.getHeader(WebhookReceiver.SIGN), body));
    }
}
