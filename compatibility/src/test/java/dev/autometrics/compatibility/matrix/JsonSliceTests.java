package dev.autometrics.compatibility.matrix;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of JSON alone, which leaves auto-configuration out.
 */
@JsonTest
@ContextConfiguration(classes = MatrixApplication.AutoConfigured.class)
@Import({ Shop.class, Shop.Payments.class })
@MatrixProperties
class JsonSliceTests {

	@Autowired
	private Shop shop;

	@Autowired
	private ApplicationContext context;

	@Covers(Row.JSON_TEST)
	void startsWithoutMeasuring() {
		assertThat(this.shop.buy()).isEqualTo("charged");

		assertThat(this.context.containsBean("autometricsAdvisor")).isFalse();
	}

}
