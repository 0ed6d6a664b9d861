package dev.assay.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * How much the libraries may say, and where: to stderr, since stdout is for results, and warnings of our own code only,
 * unless the user asks for more. Libraries report trouble as exceptions, which the command line shows; their own log lines
 * would say it twice. Logback finds this class by its name in {@code META-INF/services}; a file in XML would take longer to
 * read than most commands run.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String OWN = "dev.assay";

    /** Called by logback, when the first library asks for a logger. */
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Line line = new Line();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(line);
        encoder.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(stderr);
        root.setLevel(Level.OFF);
        context.getLogger(OWN).setLevel(Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Sets logging up now. Two threads that ask for their first loggers at once make SLF4J print that it kept one waiting. */
    static void begin() {
        LoggerFactory.getILoggerFactory();
    }

    /** Lets everybody say more, from now on. */
    static void beVerbose() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        ((Logger) factory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
        ((Logger) factory.getLogger(OWN)).setLevel(Level.DEBUG);
    }

    /** Time, level, who, what, and the stack trace if there is one. */
    private static final class Line extends LayoutBase<ILoggingEvent> {
        private final DateTimeFormatter time =
                DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

        @Override
        public String doLayout(ILoggingEvent event) {
            String text = String.format(
                    Locale.ROOT,
                    "%s %-5s %s: %s%n",
                    time.format(event.getInstant()),
                    event.getLevel(),
                    event.getLoggerName(),
                    event.getFormattedMessage());
            return event.getThrowableProxy() == null
                    ? text
                    : text + ThrowableProxyUtil.asString(event.getThrowableProxy()) + CoreConstants.LINE_SEPARATOR;
        }
    }
}
