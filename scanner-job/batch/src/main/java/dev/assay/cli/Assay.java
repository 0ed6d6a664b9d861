package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.gate.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: parses the command line, runs one command, answers with an {@link ExitCode}. */
@Command(
        name = "assay",
        header = "Proves what is inside a training dataset before a model learns it.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Assay.Version.class,
        footer = {
            "",
            "Exit codes: 0 pass · 1 policy says no · 2 integrity · 3 waits for approval · 4 stale ·",
            "  5 configuration, usage or trust · 6 incomplete · 70 a bug. Interrupted: 130 (SIGINT), 143 (SIGTERM);",
            "  the same call goes on where it was stopped.",
            "",
            "Examples:",
            "  assay init                          write a commented workspace, card and policy",
            "  assay scan chats/dataset.yaml       scan, sign and publish a manifest",
            "  assay gate chats/dataset.yaml       may this be trained on? verifies every byte",
            "  assay COMMAND --help                more about one command"
        })
public final class Assay implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit")
    boolean version;

    @Spec
    CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(Console.system(), args));
    }

    /** Runs one command line; answers the exit code. */
    static int run(Console console, String... args) {
        try (PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
                PrintWriter err = new PrintWriter(console.err(), true, StandardCharsets.UTF_8)) {
            return execute(line(console, args).setOut(out).setErr(err), console, args);
        }
    }

    /** What the JVM throws when it cannot go on would else end the process with the code that means the policy says no. */
    private static int execute(CommandLine line, Console console, String[] args) {
        try {
            return line.execute(args);
        } catch (Error trouble) {
            return Failures.report(console, trouble, false).code();
        }
    }

    private Assay() {}

    private static CommandLine line(Console console, String[] args) {
        CommandLine line = new CommandLine(new Assay());
        addCommands(line, console, args);
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(30)
                .setUsageHelpWidth(110)
                .setAbbreviatedOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Assay::misused)
                .setExecutionExceptionHandler((trouble, at, parsed) -> failed(console, trouble, at));
    }

    /**
     * The command that is named, whole; where none is, what the list of commands shows of each: reading all their options
     * takes longer than most commands.
     */
    private static void addCommands(CommandLine line, Console console, String[] args) {
        Map<String, Supplier<AssayCommand>> all = all(console);
        Supplier<AssayCommand> named = args.length == 0 ? null : all.get(args[0]);
        if (named != null) {
            line.addSubcommand(named.get());
            return;
        }
        all.forEach((name, command) -> line.addSubcommand(name, listed(command.get())));
    }

    private static CommandSpec listed(AssayCommand command) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .header(command.getClass().getAnnotation(Command.class).header());
        return spec;
    }

    /** Every command under its name, in the order of the help. */
    static Map<String, Supplier<AssayCommand>> all(Console console) {
        Map<String, Supplier<AssayCommand>> all = new LinkedHashMap<>();
        all.put("scan", () -> new ScanCommand(console));
        all.put("gate", () -> new GateCommand(console));
        all.put("verify", () -> new VerifyCommand(console));
        all.put("approve", () -> new ApproveCommand(console));
        all.put("revoke", () -> new RevokeCommand(console));
        all.put("waive", () -> new WaiveCommand(console));
        all.put("erase", () -> new EraseCommand(console));
        all.put("runs", () -> new RunsCommand(console));
        all.put("trust", () -> new TrustCommand(console));
        all.put("export", () -> new ExportCommand(console));
        all.put("controls", () -> new ControlsCommand(console));
        all.put("population", () -> new PopulationCommand(console));
        all.put("reevaluate", () -> new ReevaluateCommand(console));
        all.put("diff", () -> new DiffCommand(console));
        all.put("log", () -> new LogCommand(console));
        all.put("lineage", () -> new LineageCommand(console));
        all.put("report", () -> new ReportCommand(console));
        all.put("detect", () -> new DetectCommand(console));
        all.put("validate", () -> new ValidateCommand(console));
        all.put("evaluate", () -> new EvaluateCommand(console));
        all.put("detectors", () -> new DetectorsCommand(console));
        all.put("digest", () -> new DigestCommand(console));
        all.put("keys", () -> new KeysCommand(console));
        all.put("card", () -> new CardCommand(console));
        all.put("init", () -> new InitCommand(console));
        all.put("jobs", () -> new JobsCommand(console));
        return all;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ConfigException("Name a command, for example `assay scan chats/dataset.yaml`.");
    }

    private static int misused(ParameterException trouble, String[] args) {
        CommandLine at = trouble.getCommandLine();
        PrintWriter err = at.getErr();
        err.println(explained(trouble, args));
        UnmatchedArgumentException.printSuggestions(trouble, err);
        err.println("See `" + at.getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.CONFIGURATION.code();
    }

    private static String explained(ParameterException trouble, String[] args) {
        boolean isCommand = trouble instanceof UnmatchedArgumentException
                && trouble.getCommandLine().getParent() == null
                && args.length > 0
                && !args[0].startsWith("-");
        return isCommand ? "There is no command `" + args[0] + "`." : String.valueOf(trouble.getMessage());
    }

    private static int failed(Console console, Exception trouble, CommandLine at) {
        return Failures.report(console, trouble, isVerbose(at)).code();
    }

    private static boolean isVerbose(CommandLine at) {
        return at.getCommand() instanceof AssayCommand command && command.global.verbose;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"assay " + text()};
        }

        /** Without the program's name. */
        static String text() {
            String version = Assay.class.getPackage().getImplementationVersion();
            return version == null ? "development build" : version;
        }
    }
}
