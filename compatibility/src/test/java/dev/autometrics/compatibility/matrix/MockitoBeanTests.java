package dev.autometrics.compatibility.matrix;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

/**
 * A mock in place of a bean.
 */
@SpringBootTest(classes = { MatrixApplication.AutoConfigured.class, Shop.class, Shop.Payments.class },
		webEnvironment = WebEnvironment.NONE)
@MatrixProperties
class MockitoBeanTests {

	@MockitoBean
	private Shop.Payments payments;

	@Autowired
	private Shop shop;

	@Autowired
	private ApplicationContext context;

	@Covers(Row.MOCKITO_BEAN)
	void measuresWhatIsNotMocked() {
		given(this.payments.charge()).willReturn("mocked");

		assertThat(this.shop.buy()).isEqualTo("mocked");

		then(this.payments).should().charge();
		Series.assertOnly(this.context, Calls.of(Shop.class, "buy").ok(1));
	}

}
