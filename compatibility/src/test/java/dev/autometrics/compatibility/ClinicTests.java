package dev.autometrics.compatibility;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.autometrics.compatibility.clinic.ClinicApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what is found and measured in an application that has nothing to mend. Its
 * start fails for a problem of severity {@code WARN}.
 */
class ClinicTests {

	private static final String STEREOTYPES = "@org.springframework.stereotype.Controller,"
			+ "@org.springframework.stereotype.Service,@org.springframework.stereotype.Repository";

	// Methods that others call too.
	private static final List<String> CALLED_BY_THEMSELVES = List.of("INFO AM-102 DefaultOwnerService.find(int)",
			"INFO AM-102 MapOwnerRepository.findAll()");

	private static final List<String> CALLS_OF_STEREOTYPES = List.of("OwnerController.prepare ok 3",
			"OwnerController.owner ok 5", "OwnerController.owner error 1",
			"OwnerController.owner > DefaultOwnerService.find ok 2",
			"OwnerController.owner > DefaultOwnerService.find error 1",
			"DefaultOwnerService.find > MapOwnerRepository.findById ok 3", "OwnerController.register ok 2",
			"OwnerController.register > DefaultOwnerService.register ok 1",
			"DefaultOwnerService.register > MapOwnerRepository.save ok 1", "OwnerController.addPet ok 1",
			"OwnerController.addPet > DefaultOwnerService.addPet ok 1",
			"DefaultOwnerService.addPet > MapOwnerRepository.findById ok 1",
			"DefaultOwnerService.addPet > MapOwnerRepository.save ok 1", "OwnerController.show ok 1",
			"OwnerController.search ok 1", "OwnerController.search > DefaultOwnerService.search ok 1",
			"DefaultOwnerService.search > MapOwnerRepository.findByName ok 1", "VetController.vets ok 1",
			"VetController.vets > VetService.all ok 1", "VetController.names ok 1",
			"VetController.names > VetService.names ok 1", "VetService.names > VetService.all ok 1",
			"VetController.count ok 1", "VetController.count > VetService.count ok 1",
			"VetService.count > VetService.all ok 1", "VetService.all > VetRepository.findAll ok 1",
			"VetController.hello ok 1");

	@TempDir
	private Path folder;

	@Test
	void hasNoProblemWhereMethodsAreMarked() throws Exception {
		try (RunningClinic clinic = RunningClinic.start(ClinicMarks.ON_METHODS, this.folder)) {
			visit(clinic);

			assertThat(clinic.problems()).isEmpty();
			awaitCalls(clinic,
					List.of("FirstVisit.run ok 1", "FirstVisit.run > VetService.all ok 1",
							"VetService.all > VetRepository.findAll ok 1", "OwnerController.register ok 2",
							"OwnerController.register > DefaultOwnerService.register ok 1",
							"DefaultOwnerService.register > MapOwnerRepository.save ok 1", "Reception.welcome ok 1",
							"OwnerController.addPet ok 1", "OwnerController.addPet > DefaultOwnerService.addPet ok 1",
							"DefaultOwnerService.addPet > MapOwnerRepository.save ok 1", "OwnerController.show ok 1",
							"OwnerController.search ok 1", "OwnerController.search > DefaultOwnerService.search ok 1",
							"DefaultOwnerService.search > MapOwnerRepository.findByName ok 1",
							"VetController.vets ok 1", "VetController.vets > VetService.all ok 1",
							"VetService.names ok 1", "VetService.names > VetService.all ok 1", "VetService.count ok 1",
							"VetService.count > VetService.all ok 1"));
		}
	}

	@Test
	void hasNothingToMendWhereClassesAreMarked() throws Exception {
		try (RunningClinic clinic = RunningClinic.start(ClinicMarks.ON_CLASSES, this.folder)) {
			visit(clinic);

			assertThat(clinic.problems()).isEqualTo(CALLED_BY_THEMSELVES);
			awaitCalls(clinic, CALLS_OF_STEREOTYPES, "VetService.all ok 1");
		}
	}

	@Test
	void hasNothingToMendWhereStereotypesAreIncluded() throws Exception {
		try (RunningClinic clinic = RunningClinic.start(ClinicMarks.NOWHERE, this.folder,
				"autometrics.include=" + STEREOTYPES)) {
			visit(clinic);

			assertThat(clinic.problems()).isEqualTo(CALLED_BY_THEMSELVES);
			awaitCalls(clinic, CALLS_OF_STEREOTYPES, "VetService.all ok 1");
		}
	}

	@Test
	void hasNothingToMendWhereItsPackageIsIncluded() throws Exception {
		try (RunningClinic clinic = RunningClinic.start(ClinicMarks.NOWHERE, this.folder,
				"autometrics.include=" + ClinicApplication.class.getPackageName())) {
			visit(clinic);

			assertThat(clinic.problems()).startsWith(CALLED_BY_THEMSELVES.toArray(String[]::new))
				.endsWith("INFO AM-108 RequestLog")
				.hasSize(3);
			awaitCalls(clinic, CALLS_OF_STEREOTYPES, "FirstVisit.run ok 1", "FirstVisit.run > VetService.all ok 1",
					"Reception.welcome ok 1", "OwnerController.prepare > OwnerValidator.supports ok 3",
					"OwnerValidator.validate ok 2", "ClinicErrors.missing ok 1", "OwnerDetailsView.render ok 2",
					"OwnerDetailsView.getContentType ok 4",
					"VetController.hello > ClinicConfiguration$Greeting.to ok 1");
		}
	}

	private static void visit(RunningClinic clinic) throws Exception {
		assertThat(clinic.post("/owners", "name=Jean")).isEqualTo("/owners/1");
		assertThat(clinic.post("/owners", "name=")).isEqualTo(" [] 1");
		assertThat(clinic.post("/owners/1/pets", "pet=Max&type=cat")).isEqualTo("/owners/1");
		assertThat(clinic.get("/owners/1")).isEqualTo("Jean [Max] 0");
		assertThat(clinic.get("/owners/2")).isEqualTo("There is no owner 2");
		assertThat(clinic.get("/owners?name=J")).isEqualTo("[Jean [Max]]");
		assertThat(clinic.get("/vets")).isEqualTo("[{\"id\":1,\"name\":\"Helen\"},{\"id\":2,\"name\":\"Rafael\"}]");
		assertThat(clinic.get("/vets/names")).isEqualTo("[\"Helen\",\"Rafael\"]");
		assertThat(clinic.get("/vets/count")).isEqualTo("2");
		assertThat(clinic.get("/hello/Jean")).isEqualTo("Welcome Jean");
	}

	// A call may end after its answer is there.
	private static void awaitCalls(RunningClinic clinic, List<String> calls, String... more) {
		List<String> expected = new ArrayList<>(calls);
		expected.addAll(List.of(more));
		await().untilAsserted(() -> assertThat(clinic.calls()).containsExactlyInAnyOrderElementsOf(expected));
	}

}
