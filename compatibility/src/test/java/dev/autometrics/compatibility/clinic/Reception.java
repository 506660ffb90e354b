package dev.autometrics.compatibility.clinic;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.clinic.DefaultOwnerService.OwnerRegistered;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What happens by itself.
 */
@Component
class Reception {

	private final List<String> names = new CopyOnWriteArrayList<>();

	@PostConstruct
	void open() {
		this.names.add("first");
	}

	@PreDestroy
	void close() {
		this.names.clear();
	}

	@Async
	@Autometrics
	@EventListener
	void welcome(OwnerRegistered event) {
		this.names.add(event.name());
	}

	@Autometrics
	@Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
	void remind() {
		this.names.forEach(this::call);
	}

	private void call(String name) {
		this.names.remove(name);
	}

}
