/*
 * Elements. Text always becomes a text node, so no name can become markup, and no style
 * attribute is written, so that a strict Content-Security-Policy holds.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** Creates an HTML element; a function as a value listens to the event of that name. */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Creates an SVG element. */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    }
    else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets the text of an element if it is another one, so that nothing flickers. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Sets or removes an attribute. */
export function setAttribute(element, name, value) {
  if (value === undefined || value === null || value === false) {
    element.removeAttribute(name);
  }
  else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

/** Replaces the children only if what they are made of has changed. */
export function replace(element, signature, create) {
  const text = JSON.stringify(signature) ?? '';
  if (element.signature !== text) {
    element.signature = text;
    element.replaceChildren(...[create()].flat().filter(Boolean));
  }
}

/** Creates a link to another site, or plain text if the address is not one of the web. */
export function externalLink(address, text, label) {
  return isWeb(address)
    ? h('a', { href: address, target: '_blank', rel: 'noopener noreferrer', 'aria-label': label, class: 'external' }, text)
    : h('span', { class: 'muted' }, text);
}

/** Says whether an address leads to the web, and not into a script. */
export function isWeb(address) {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  }
  catch {
    return false;
  }
}
