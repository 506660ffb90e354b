package dev.autometrics.compatibility.clinic;

import java.util.Locale;

import dev.autometrics.compatibility.clinic.Owner.PetType;

import org.springframework.format.Formatter;

/**
 * Types of pets as people write them.
 */
class PetTypeFormatter implements Formatter<PetType> {

	@Override
	public String print(PetType type, Locale locale) {
		return type.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public PetType parse(String text, Locale locale) {
		return PetType.valueOf(text.toUpperCase(Locale.ROOT));
	}

}
