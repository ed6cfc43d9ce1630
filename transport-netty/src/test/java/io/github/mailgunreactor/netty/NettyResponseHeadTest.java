package io.github.mailgunreactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NettyResponseHeadTest {

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "299, true", "300, false", "404, false"})
    void onlyStatusesOfTheSecondHundredAreASuccess(int status, boolean successful) {
        assertThat(new NettyResponseHead(status, new DefaultHttpHeaders()).successful())
                .isEqualTo(successful);
    }
}
