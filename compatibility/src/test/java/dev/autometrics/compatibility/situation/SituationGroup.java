package dev.autometrics.compatibility.situation;

/**
 * What situations have in common.
 */
public enum SituationGroup {

	CLASS_PATHS("Class paths"), REGISTRIES("Registries"), SETTINGS("Settings");

	private final String title;

	SituationGroup(String title) {
		this.title = title;
	}

	/**
	 * Return the title.
	 * @return a few words
	 */
	public String title() {
		return this.title;
	}

}
