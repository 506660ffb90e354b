package dev.autometrics.compatibility.clinic;

import java.util.NoSuchElementException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Answers where something is missing.
 */
@ControllerAdvice
class ClinicErrors {

	@ExceptionHandler
	@ResponseBody
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String missing(NoSuchElementException failure) {
		return String.valueOf(failure.getMessage());
	}

}
