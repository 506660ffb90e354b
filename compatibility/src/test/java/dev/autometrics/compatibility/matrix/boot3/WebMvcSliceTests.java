package dev.autometrics.compatibility.matrix.boot3;

import dev.autometrics.compatibility.matrix.WebMvcSlice;

import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;

/**
 * A test of Spring MVC alone.
 */
@WebMvcTest
class WebMvcSliceTests extends WebMvcSlice {

}
