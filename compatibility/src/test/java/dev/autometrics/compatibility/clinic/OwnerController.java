package dev.autometrics.compatibility.clinic;

import dev.autometrics.Autometrics;
import dev.autometrics.compatibility.clinic.Owner.Pet;
import dev.autometrics.compatibility.clinic.Owner.PetType;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The pages of owners.
 */
@Controller
@RequestMapping("/owners")
class OwnerController extends PageController {

	private final OwnerService owners;

	private final OwnerValidator validator;

	OwnerController(OwnerService owners, OwnerValidator validator) {
		this.owners = owners;
		this.validator = validator;
	}

	@InitBinder("owner")
	void prepare(WebDataBinder binder) {
		binder.setDisallowedFields("id");
		binder.addValidators(this.validator);
	}

	@ModelAttribute("owner")
	Owner owner(@PathVariable(name = "ownerId", required = false) Integer ownerId) {
		return (ownerId != null) ? this.owners.find(ownerId) : new Owner();
	}

	@Autometrics
	@GetMapping("/{ownerId}")
	String show() {
		return "ownerDetails";
	}

	@Autometrics
	@GetMapping
	@ResponseBody
	String search(@RequestParam(defaultValue = "") String name) {
		return listed(this.owners.search(name));
	}

	@Autometrics
	@PostMapping
	String register(@Validated @ModelAttribute("owner") Owner owner, BindingResult result, Model model) {
		if (result.hasErrors()) {
			return failed(model, result);
		}
		return redirectTo("owners", this.owners.register(owner).getId());
	}

	@Autometrics
	@PostMapping("/{ownerId}/pets")
	String addPet(@PathVariable int ownerId, @RequestParam String pet, @RequestParam PetType type) {
		return redirectTo("owners", this.owners.addPet(ownerId, new Pet(pet, type)).getId());
	}

	private String failed(Model model, BindingResult result) {
		model.addAttribute("errors", result.getErrorCount());
		return "ownerDetails";
	}

	private static String listed(Iterable<Owner> owners) {
		return String.valueOf(owners);
	}

}
