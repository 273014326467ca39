package org.dualflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The layers of the library look down only, and no packages import each other. */
@AnalyzeClasses(packages = "org.dualflow", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule LAYERS_LOOK_DOWN = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("restart")
            .definedBy("org.dualflow.restart..")
            .layer("parallel")
            .definedBy("org.dualflow.parallel..")
            .layer("mesh")
            .definedBy("org.dualflow.mesh..")
            .layer("measure")
            .definedBy("org.dualflow.measure..")
            .layer("field")
            .definedBy("org.dualflow.field..")
            .layer("linear")
            .definedBy("org.dualflow.linear..")
            .layer("model")
            .definedBy("org.dualflow.model..")
            .layer("gan")
            .definedBy("org.dualflow.gan..")
            .layer("time")
            .definedBy("org.dualflow.time..")
            .layer("fv")
            .definedBy("org.dualflow.fv..")
            .layer("particle")
            .definedBy("org.dualflow.particle..")
            .layer("training")
            .definedBy("org.dualflow.training..")
            .layer("movement")
            .definedBy("org.dualflow.movement..")
            .layer("run")
            .definedBy("org.dualflow.run..")
            .whereLayer("restart")
            .mayNotAccessAnyLayer()
            .whereLayer("run")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("movement")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("training")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("gan")
            .mayOnlyBeAccessedByLayers("movement", "training", "run")
            .whereLayer("fv")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("particle")
            .mayOnlyBeAccessedByLayers("training", "run")
            .whereLayer("time")
            .mayOnlyBeAccessedByLayers("fv", "particle", "movement", "training", "run")
            .whereLayer("linear")
            .mayOnlyBeAccessedByLayers("fv", "particle", "movement", "run")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("gan", "time", "fv", "particle", "movement", "training", "run")
            .whereLayer("field")
            .mayOnlyBeAccessedByLayers("model", "gan", "time", "fv", "particle", "movement", "training", "run")
            .whereLayer("measure")
            .mayOnlyBeAccessedByLayers(
                    "field", "model", "gan", "time", "fv", "particle", "movement", "training", "run");

    @ArchTest
    static final ArchRule FLUXES_DO_NOT_KNOW_REMAPS = noClasses()
            .that()
            .resideInAPackage("org.dualflow.fv")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.dualflow.fv.remap");

    @ArchTest
    static final ArchRule TRANSPORT_DOES_NOT_KNOW_FLOWS = noClasses()
            .that()
            .resideInAPackage("org.dualflow.particle")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dualflow.particle.flow..", "org.dualflow.particle.adversarial..");

    @ArchTest
    static final ArchRule FLOWS_DO_NOT_KNOW_DISCRIMINATORS = noClasses()
            .that()
            .resideInAPackage("org.dualflow.particle.flow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.dualflow.particle.adversarial..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.dualflow.(*)..").should().beFreeOfCycles();
}
