package dev.autometrics.autoconfigure;

import dev.autometrics.Result;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HttpStatusResultClassifier}.
 */
class HttpStatusResultClassifierTests {

	private final HttpStatusResultClassifier classifier = new HttpStatusResultClassifier();

	@Test
	void responsesCountByTheirStatus() {
		assertThat(this.classifier.classify(ResponseEntity.ok().build(), null)).isEqualTo(Result.OK);
		assertThat(this.classifier.classify(ResponseEntity.notFound().build(), null)).isEqualTo(Result.OK);
		assertThat(this.classifier.classify(ResponseEntity.internalServerError().build(), null))
			.isEqualTo(Result.ERROR);
	}

	@Test
	void throwablesThatStandForAStatusCountByIt() {
		assertThat(this.classifier.classify(null, new ResponseStatusException(HttpStatus.CONFLICT)))
			.isEqualTo(Result.OK);
		assertThat(this.classifier.classify(null, new ResponseStatusException(HttpStatus.BAD_GATEWAY)))
			.isEqualTo(Result.ERROR);
		assertThat(this.classifier.classify(null, new Gone())).isEqualTo(Result.OK);
	}

	@Test
	void hasNoOpinionOnTheRest() {
		assertThat(this.classifier.classify("value", null)).isNull();
		assertThat(this.classifier.classify(null, null)).isNull();
		assertThat(this.classifier.classify(null, new IllegalStateException())).isNull();
	}

	@ResponseStatus(HttpStatus.GONE)
	static class Gone extends RuntimeException {

	}

}
