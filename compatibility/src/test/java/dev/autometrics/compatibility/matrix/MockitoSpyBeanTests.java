package dev.autometrics.compatibility.matrix;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;

/**
 * A spy around a bean.
 */
@SpringBootTest(classes = { MatrixApplication.AutoConfigured.class, Shop.class, Shop.Payments.class },
		webEnvironment = WebEnvironment.NONE)
@MatrixProperties
class MockitoSpyBeanTests {

	@MockitoSpyBean
	private Shop.Payments payments;

	@Autowired
	private Shop shop;

	@Autowired
	private ApplicationContext context;

	@Covers(Row.MOCKITO_SPY_BEAN)
	void measuresSpiedBean() {

		assertThat(this.shop.buy()).isEqualTo("charged");

		then(this.payments).should().charge();
		Series.assertOnly(this.context, Calls.of(Shop.class, "buy").ok(1),
				Calls.of(Shop.Payments.class, "charge").from(Shop.class, "buy").ok(1));
	}

}
