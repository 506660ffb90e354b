package dev.autometrics.actuate.endpoint;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What is wrong with a request.
 *
 * @param error a sentence
 * @since 0.1.0
 */
public record RequestFault(String error) implements OperationResponseBody {

}
