package dev.autometrics.compatibility.matrix;

import dev.autometrics.Autometrics;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of Spring MVC alone, which leaves auto-configuration out. Its annotation moved.
 */
@ContextConfiguration(classes = MatrixApplication.AutoConfigured.class)
@Import(WebMvcSlice.Page.class)
@MatrixProperties
public abstract class WebMvcSlice {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext context;

	@Covers(Row.WEB_MVC_TEST)
	void startsWithoutMeasuring() throws Exception {
		this.mvc.perform(MockMvcRequestBuilders.get("/page"))
			.andExpect(MockMvcResultMatchers.status().isOk())
			.andExpect(MockMvcResultMatchers.content().string("page"));

		assertThat(this.context.containsBean("autometricsAdvisor")).isFalse();
	}

	@RestController
	@Autometrics
	static class Page {

		@GetMapping("/page")
		String page() {
			return "page";
		}

	}

}
