package dev.autometrics.compatibility.matrix;

import java.util.List;

import dev.autometrics.Autometrics;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.CrudRepository;

/**
 * A repository of Spring Data that is measured.
 */
@Autometrics
interface Articles extends CrudRepository<Articles.Article, String> {

	List<Article> findByName(String name);

	/**
	 * What is in it.
	 *
	 * @param id the identity
	 * @param name the name
	 */
	record Article(@Id String id, String name) {

	}

}
