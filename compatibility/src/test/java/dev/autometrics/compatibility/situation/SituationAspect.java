package dev.autometrics.compatibility.situation;

import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/**
 * An aspect of the application on a function that is measured.
 */
@Aspect
class SituationAspect {

	@Before("execution(* SituationPayments.charge(..))")
	void before() {
		System.out.println(SituationReport.ADVICE);
	}

}
