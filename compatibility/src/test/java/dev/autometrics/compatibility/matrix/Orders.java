package dev.autometrics.compatibility.matrix;

import org.springframework.data.repository.CrudRepository;

/**
 * A repository of Spring Data that is not measured.
 */
interface Orders extends CrudRepository<Articles.Article, String> {

}
