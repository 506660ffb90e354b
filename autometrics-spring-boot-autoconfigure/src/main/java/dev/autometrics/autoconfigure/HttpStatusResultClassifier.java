package dev.autometrics.autoconfigure;

import dev.autometrics.Result;
import dev.autometrics.ResultClassifier;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Follows the HTTP status that a value or a throwable stands for: a client error (4xx) is
 * no error of the function, a server error (5xx) is one. Has no opinion on what stands
 * for no status.
 */
final class HttpStatusResultClassifier implements ResultClassifier {

	@Override
	public @Nullable Result classify(@Nullable Object value, @Nullable Throwable failure) {
		HttpStatusCode status = (failure != null) ? statusOf(failure) : statusOf(value);
		if (status == null) {
			return null;
		}
		return status.is5xxServerError() ? Result.ERROR : Result.OK;
	}

	private static @Nullable HttpStatusCode statusOf(@Nullable Object value) {
		if (value instanceof ResponseEntity<?> response) {
			return response.getStatusCode();
		}
		return (value instanceof ErrorResponse response) ? response.getStatusCode() : null;
	}

	private static @Nullable HttpStatusCode statusOf(Throwable failure) {
		if (failure instanceof ErrorResponse response) {
			return response.getStatusCode();
		}
		ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
		return (status != null) ? status.code() : null;
	}

}
