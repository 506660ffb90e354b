package dev.autometrics.compatibility.clinic;

/**
 * A vet, as a client sees it.
 *
 * @param id the number
 * @param name the name
 */
record Vet(int id, String name) {

}
