package io.truetape.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesBetweenModules;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.truetape.model.event.Event;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The architecture, held by ArchUnit. Each rule was seen to fail on a planted violation.
class HouseRulesTest {
  static final String[] PURE = {
    "io.truetape.model..",
    "io.truetape.pipeline..",
    "io.truetape.feed.synthetic.market..",
    "io.truetape.feed.synthetic.scenario.."
  };

  static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/testkit/"))
          .importPackages("io.truetape");

  static Map<String, ArchRule> rules() {
    var r = new TreeMap<String, ArchRule>();
    r.put(
        "01 arrows",
        modules()
            .definedByPackages("io.truetape.(*)..")
            .should()
            .respectTheirAllowedDependencies(
                allow()
                    .fromModule("pipeline")
                    .toModules("model")
                    .fromModule("engine")
                    .toModules("model", "pipeline")
                    .fromModule("feed")
                    .toModules("model")
                    .fromModule("store")
                    .toModules("model")
                    .fromModule("server")
                    .toModules("model", "store")
                    .fromModule("app")
                    .toModules("model", "pipeline", "engine", "feed", "store", "server", "replay")
                    .fromModule("replay")
                    .toModules("model", "pipeline", "engine"),
                consideringOnlyDependenciesBetweenModules()));
    r.put(
        "02 no cycles between modules",
        slices().matching("io.truetape.(*)..").should().beFreeOfCycles());
    r.put(
        "03 rooms are islands",
        slices()
            .matching("io.truetape.pipeline.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                DescribedPredicate.alwaysTrue(),
                resideInAnyPackage(
                    "io.truetape.pipeline.table..",
                    "io.truetape.pipeline.rule..",
                    "io.truetape.pipeline.math..")));
    r.put(
        "04 vendors are islands",
        slices()
            .matching("io.truetape.feed.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                DescribedPredicate.alwaysTrue(),
                resideInAnyPackage("io.truetape.feed.file..", "io.truetape.feed.live..")));
    r.put(
        "05 stores are islands",
        slices()
            .matching("io.truetape.store.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                DescribedPredicate.alwaysTrue(), resideInAPackage("io.truetape.store.query..")));
    r.put(
        "06 server sees only query ports",
        noClasses()
            .that()
            .resideInAPackage("io.truetape.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.truetape.store.duckdb..",
                "io.truetape.store.clickhouse..",
                "io.truetape.store.sql.."));
    r.put(
        "10 pure: no io, net, threads, logging, reflection",
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io..",
                "java.net..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.sql..",
                "java.lang.reflect..",
                "java.util.concurrent..",
                "java.util.logging..",
                "org.slf4j..",
                "java.util.random.."));
    r.put(
        "11 pure: no clock, entropy, environment",
        noClasses().that().resideInAnyPackage(PURE).should().accessTargetWhere(ambient()));
    r.put(
        "12 pure: no hash-ordered collections",
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(
                describe(
                    "hash-ordered collections",
                    c ->
                        c.getName()
                            .matches(
                                "java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable|Random|Date|Calendar)")))
            .orShould()
            .accessTargetWhere(
                named(
                    "java\\.util\\.(Set|Map)\\.(of|copyOf|ofEntries)"
                        + "|java\\.util\\.stream\\.Collectors\\.(toSet|toMap|groupingBy|toUnmodifiableSet|toUnmodifiableMap|toConcurrentMap|groupingByConcurrent)")));
    r.put(
        "13 pure: reproducible maths",
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(
                named(
                    "java\\.lang\\.Math\\.(exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot|random)")));
    r.put(
        "14 no static mutable state",
        noFields()
            .that()
            .areStatic()
            .and()
            .areNotFinal()
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("io.truetape.."));
    r.put(
        "14b pure: no static collections or arrays",
        noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(PURE)
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveRawType(
                describe(
                    "a collection, map or array",
                    c ->
                        (c.isArray() && !c.getComponentType().isEnum())
                            || c.isAssignableTo(java.util.Collection.class)
                            || c.isAssignableTo(Map.class))));
    r.put(
        "14c pure: no threads or ambient state",
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(
                describe(
                    "threads, thread-locals, processes",
                    c ->
                        c.getName()
                            .matches(
                                "java\\.lang\\.(Thread|ThreadLocal|InheritableThreadLocal|ScopedValue|Runtime|Process|ProcessBuilder)"))));
    r.put(
        "14d pure: no locks",
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(PURE)
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED));
    r.put(
        "14e pure: no parallel streams, no hash values in results",
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(
                named(
                        "java\\.util\\.stream\\.\\w+\\.parallel|java\\.util\\.Collection\\.parallelStream|.*\\.hashCode")
                    .and(
                        DescribedPredicate.describe(
                            "but String's: specified, and what switches use",
                            a -> !a.getTargetOwner().isEquivalentTo(String.class)))
                    .and(
                        DescribedPredicate.describe(
                            "outside hashCode itself",
                            a -> !a.getOrigin().getName().equals("hashCode")))));
    r.put("15 no float", noFields().should().haveRawType(float.class));
    r.put(
        "20 events are records",
        classes()
            .that()
            .implement(Event.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .resideInAPackage("io.truetape.model.event..")
            .andShould(haveOnlyPlainComponents()));
    r.put(
        "21 time zone in one class",
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.truetape.model.time.SessionClock")
            .should()
            .accessTargetWhere(named("java\\.time\\.ZoneId\\.(of|systemDefault)")));
    r.put(
        "40 names",
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .haveSimpleNameEndingWith("Data")
            .orShould()
            .haveSimpleNameEndingWith("Info")
            .orShould()
            .haveSimpleNameEndingWith("Processor")
            .orShould()
            .haveSimpleNameEndingWith("Service"));
    r.put(
        "41 no system streams",
        noClasses()
            .that()
            .resideOutsideOfPackage("io.truetape.app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
    r.put(
        "22 no local date-time, no old dates",
        noClasses()
            .should()
            .dependOnClassesThat(
                describe(
                    "LocalDateTime, Date, Calendar",
                    c ->
                        c.getName()
                            .matches(
                                "java\\.time\\.LocalDateTime|java\\.util\\.(Date|Calendar)"))));
    r.put(
        "50 classes are final, sealed or interfaces",
        classes()
            .that()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL));
    r.put(
        "51 no logging but at edges",
        noClasses()
            .that()
            .resideInAnyPackage("io.truetape.engine..", "io.truetape.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging.."));
    return r;
  }

  static DescribedPredicate<JavaAccess<?>> ambient() {
    return new DescribedPredicate<>("clock, entropy or environment") {
      @Override
      public boolean test(JavaAccess<?> call) {
        String s = call.getTargetOwner().getName() + "." + call.getTarget().getName();
        return s.matches(
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|identityHashCode)"
                + "|java\\.time\\.\\w+\\.now|java\\.time\\.Clock\\.\\w+|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Thread\\.\\w+"
                + "|java\\.util\\.Collection\\.parallelStream|java\\.lang\\.Object\\.hashCode");
      }
    };
  }

  static DescribedPredicate<JavaAccess<?>> named(String regex) {
    return DescribedPredicate.describe(
        regex, a -> (a.getTargetOwner().getName() + "." + a.getTarget().getName()).matches(regex));
  }

  static DescribedPredicate<JavaClass> describe(
      String text, java.util.function.Predicate<JavaClass> p) {
    return DescribedPredicate.describe(text, p);
  }

  static ArchCondition<JavaClass> haveOnlyPlainComponents() {
    return new ArchCondition<>("have only primitive, String, enum, record or List components") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        for (JavaField f : c.getFields()) {
          if (f.getModifiers().contains(JavaModifier.STATIC)) continue;
          JavaClass t = f.getRawType();
          boolean ok =
              t.isPrimitive()
                  || t.isEnum()
                  || t.isRecord()
                  || t.isEquivalentTo(String.class)
                  || t.isEquivalentTo(java.util.List.class)
                  || (t.isInterface() && t.getPackageName().startsWith("io.truetape.model"));
          if (!ok)
            events.add(
                SimpleConditionEvent.violated(f, f.getDescription() + " has type " + t.getName()));
        }
      }
    };
  }

  @TestFactory
  Stream<DynamicTest> house() {
    return rules().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(), () -> e.getValue().allowEmptyShould(true).check(HOUSE)));
  }
}
