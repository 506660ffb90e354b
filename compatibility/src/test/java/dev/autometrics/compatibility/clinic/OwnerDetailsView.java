package dev.autometrics.compatibility.clinic;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.AbstractView;

/**
 * The page of one owner.
 */
@Component("ownerDetails")
class OwnerDetailsView extends AbstractView {

	@Override
	protected void renderMergedOutputModel(Map<String, Object> model, HttpServletRequest request,
			HttpServletResponse response) throws Exception {
		response.getWriter().write(model.get("owner") + " " + model.getOrDefault("errors", 0));
	}

}
