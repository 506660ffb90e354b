package dev.autometrics.compatibility.matrix;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test of one row of the compatibility matrix. The row is marked for a line of Spring
 * Boot if its test has passed there.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@Tag("matrix")
@ExtendWith(PassedRows.class)
public @interface Covers {

	/**
	 * The row.
	 * @return one row, which no other test has
	 */
	Row value();

}
