package io.github.mailgunreactor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A Chromium of this machine, without a window. Where there is none, tests are skipped. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        File chromium = program("chromium", "chromium-browser", "google-chrome");
        File driver = program("chromedriver");
        assumeTrue(
                chromium != null && driver != null,
                "skipped: this needs Chromium and chromedriver on the PATH (apt-get install chromium chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox"); // Chromium's own, which root cannot have
        }
        System.setProperty(
                "webdriver.chrome.driver", Objects.requireNonNull(driver).getPath());
        return new Browser(new ChromeDriver(options));
    }

    private static @Nullable File program(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(names)
                .flatMap(name ->
                        Arrays.stream(path.split(File.pathSeparator, -1)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst()
                .orElse(null);
    }

    void go(String url) {
        driver.get("about:blank");
        driver.get(url);
    }

    /** The element, as soon as there is one that can be seen. */
    WebElement element(String css) {
        return eventually(() -> {
            WebElement found = driver.findElement(By.cssSelector(css));
            return found.isDisplayed() ? found : null;
        });
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    void click(String css) {
        eventually(() -> {
            driver.findElement(By.cssSelector(css)).click();
            return true;
        });
    }

    /** Clicks on what has this text and nothing else. */
    void clickOn(String tag, String text) {
        eventually(() -> {
            WebElement found = driver.findElement(By.xpath("//main//" + tag + "[normalize-space()='" + text + "']"));
            // The driver would leave it below the bar that stays at the top.
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
            found.click();
            return true;
        });
    }

    void fill(String css, String text) {
        WebElement field = element(css);
        field.clear();
        field.sendKeys(text);
    }

    /** Presses keys wherever the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void escape() {
        press(Keys.ESCAPE);
    }

    /** Waits until an element shows a text. */
    void awaitText(String css, String text) {
        eventually(() -> driver.findElement(By.cssSelector(css)).getText().contains(text) ? true : null);
    }

    /** Does something within the frame that an element is. */
    <T> T within(String css, Supplier<T> action) {
        driver.switchTo().frame(element(css));
        try {
            return action.get();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    @Nullable
    Object script(String javaScript) {
        return driver.executeScript(javaScript);
    }

    /** The names of the sections, as the navigation has them. */
    List<String> sections() {
        return driver.findElements(By.cssSelector("nav a")).stream()
                .map(link -> Objects.requireNonNull(link.getDomAttribute("data-section")))
                .toList();
    }

    /** What the browser complained about since this was last asked. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    int windows() {
        return driver.getWindowHandles().size();
    }

    String url() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    /** What a user with a small screen, or in the dark, sees. */
    void device(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static <T> T eventually(Supplier<@Nullable T> attempt) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                T result = attempt.get();
                if (result != null) {
                    return result;
                }
            } catch (NoSuchElementException | StaleElementReferenceException | ElementNotInteractableException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
            }
            assertThat(System.nanoTime()).as("waited for %s", PATIENCE).isLessThan(end);
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
