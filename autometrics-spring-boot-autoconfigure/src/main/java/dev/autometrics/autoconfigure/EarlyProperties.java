package dev.autometrics.autoconfigure;

/**
 * The properties for beans that exist before those of the application do. The bean of the
 * properties themselves would be created too early, without its post-processors. Binding
 * takes milliseconds, so it is done once for all of these beans.
 *
 * @param properties the properties, checked
 */
record EarlyProperties(AutometricsProperties properties) {

}
