package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalTest {
    private final Arrival arrival = new Arrival();

    @Test
    void nothingHasArrivedAtFirst() {
        assertThat(arrival.isUnderWay()).isFalse();
        assertThat(arrival.mayHaveArrived()).isFalse();
        assertThat(arrival.isClosed()).isFalse();
    }

    @Test
    void anExchangeIsUnderWayUntilItEnds() {
        assertThat(arrival.begin()).isTrue();
        assertThat(arrival.isUnderWay()).isTrue();
        assertThat(arrival.mayHaveArrived()).isTrue();

        arrival.end(false);
        assertThat(arrival.isUnderWay()).isFalse();
        assertThat(arrival.mayHaveArrived()).isFalse();
    }

    @Test
    void whatMayHaveArrivedWithOneExchangeMayHaveArrivedForGood() {
        arrival.begin();
        arrival.end(true);
        arrival.begin();
        arrival.end(false);

        assertThat(arrival.isUnderWay()).isFalse();
        assertThat(arrival.mayHaveArrived()).isTrue();
        assertThat(arrival.close()).isTrue();
    }

    @Test
    void severalExchangesMayBeUnderWay() {
        arrival.begin();
        arrival.begin();
        arrival.end(false);

        assertThat(arrival.isUnderWay()).isTrue();
        assertThat(arrival.mayHaveArrived()).isTrue();
    }

    @Test
    void noExchangeBeginsOnceItIsClosed() {
        assertThat(arrival.close()).isFalse();

        assertThat(arrival.begin()).isFalse();
        assertThat(arrival.isClosed()).isTrue();
        assertThat(arrival.isUnderWay()).isFalse();
        assertThat(arrival.mayHaveArrived()).isFalse();
    }

    @Test
    void whoClosesWhileAnExchangeIsUnderWayIsToldThatItMayArrive() {
        arrival.begin();

        assertThat(arrival.close()).isTrue();
        assertThat(arrival.isUnderWay()).isTrue();
        arrival.end(false);
        assertThat(arrival.close()).isFalse();
    }

    @Test
    void anExchangeThatBeganElsewhereMayHaveArrived() {
        arrival.note();

        assertThat(arrival.isUnderWay()).isFalse();
        assertThat(arrival.mayHaveArrived()).isTrue();
        assertThat(arrival.close()).isTrue();
    }
}
