package dev.autometrics.compatibility.clinic;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Says what is wrong about an owner.
 */
@Component
class OwnerValidator implements Validator {

	@Override
	public boolean supports(Class<?> type) {
		return Owner.class.isAssignableFrom(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		if (target instanceof Owner owner && owner.getName().isBlank()) {
			errors.rejectValue("name", "required");
		}
	}

}
