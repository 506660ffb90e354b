package dev.autometrics.woven.everything;

import dev.autometrics.aspectj.FunctionAspect;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Pointcut;

/**
 * An aspect of the application's own, for what is not marked where AspectJ sees it.
 */
@Aspect
public class ShopAspect extends FunctionAspect {

	@Override
	@Pointcut("execution(* dev.autometrics.woven.everything..*.*(..))")
	protected void functions() {
	}

}
