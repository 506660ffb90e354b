package dev.autometrics.compatibility.matrix.boot4;

import dev.autometrics.compatibility.matrix.WebMvcSlice;

import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;

/**
 * A test of Spring MVC alone.
 */
@WebMvcTest
class WebMvcSliceTests extends WebMvcSlice {

}
