package org.dualflow.validation;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;

/** The layers of the harness look down only, and no packages import each other. */
@AnalyzeClasses(packages = "org.dualflow.validation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Lowest first. */
    private static final List<String> LAYERS = List.of(
            "exact",
            "manufactured",
            "study",
            "certificate",
            "agreement",
            "claim",
            "defect",
            "report",
            "site",
            "io",
            "experiment",
            "sweep",
            "phase",
            "cli");

    @ArchTest
    static final ArchRule LAYERS_LOOK_DOWN = layers();

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.dualflow.validation.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    private static ArchRule layers() {
        var rule = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true);
        for (String layer : LAYERS) {
            rule = rule.layer(layer).definedBy("org.dualflow.validation." + layer + "..");
        }
        for (int i = 0; i < LAYERS.size() - 1; i++) {
            List<String> above = LAYERS.subList(i + 1, LAYERS.size());
            rule = rule.whereLayer(LAYERS.get(i)).mayOnlyBeAccessedByLayers(above.toArray(new String[0]));
        }
        return rule.whereLayer(LAYERS.get(LAYERS.size() - 1)).mayNotBeAccessedByAnyLayer();
    }
}
