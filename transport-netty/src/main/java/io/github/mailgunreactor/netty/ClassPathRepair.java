package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.netty.Companion.VersionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines that repair a class path, for each way to build one. */
final class ClassPathRepair {
    /** In short, for what works and should be raised all the same. */
    static final String ADVICE = "import io.github.mailgun-reactor:mailgun-reactor-bom, or raise "
            + lines(Set.of(VersionSet.NETTY, VersionSet.JACKSON), VersionSet::property, ", ");

    private ClassPathRepair() {}

    static String message(List<ClassPathConflict> conflicts) {
        Set<VersionSet> sets = conflicts.stream()
                .map(conflict -> VersionSet.of(conflict.artifact()))
                .collect(Collectors.toCollection(TreeSet::new));
        String version = MailgunClient.version();
        String springBoot3 = sets.contains(VersionSet.JACKSON)
                ? "  (where Spring Boot 3 has Jackson 2 by that name, " + VersionSet.JACKSON_2
                        + " brings what is needed)\n"
                : "";
        return """
                the class path has versions that do not work with each other:
                %s
                To repair it, in
                  Maven, first of <dependencyManagement>:
                    <dependency><groupId>io.github.mailgun-reactor</groupId><artifactId>mailgun-reactor-bom</artifactId>\
                <version>%s</version><type>pom</type><scope>import</scope></dependency>
                  Gradle, in dependencies:
                    implementation(platform("io.github.mailgun-reactor:mailgun-reactor-bom:%s"))
                  Spring Boot with Maven, in <properties>:
                    %s
                  Spring Boot with Gradle:
                    %s
                %sWhere an artifact is there twice, the older jar must go. More: docs/guide/class-path.md""".formatted(
                        problems(conflicts),
                        version,
                        version,
                        lines(sets, VersionSet::element, "\n    "),
                        lines(sets, VersionSet::extra, "\n    "),
                        springBoot3);
    }

    /** Netty has many artifacts: those with the same problem are told together. */
    private static String problems(List<ClassPathConflict> conflicts) {
        return conflicts.stream()
                .collect(Collectors.groupingBy(
                        ClassPathConflict::problem,
                        LinkedHashMap::new,
                        Collectors.mapping(ClassPathConflict::artifact, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> "  " + entry.getValue() + ": " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    private static String lines(Set<VersionSet> sets, Function<VersionSet, String> line, String separator) {
        return new TreeSet<>(sets).stream().map(line).collect(Collectors.joining(separator));
    }
}
