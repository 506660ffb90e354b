/*
 * Addresses within the page, such as #/fn/com.acme.Orders.place?range=1h. All state that
 * is worth a link is there.
 */

const KEPT = ['range', 'source'];

/** Reads an address: the view, what it shows, and the settings. */
export function parse(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [view, ...rest] = path.split('/');
  return { view: view || 'functions', id: rest.length > 0 ? decode(rest.join('/')) : undefined,
    query: new URLSearchParams(query ?? '') };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  }
  catch {
    return text;
  }
}

export function current() {
  return parse(location.hash);
}

/** Writes an address; range and source stay what they are. */
export function link(view, id, settings) {
  const here = current().query;
  const query = new URLSearchParams();
  for (const name of KEPT) {
    if (here.has(name)) {
      query.set(name, here.get(name));
    }
  }
  assign(query, settings);
  return write(view, id, query);
}

/** Writes the address of this view with other settings. */
export function here(settings) {
  const { view, id, query } = current();
  assign(query, settings);
  return write(view, id, query);
}

function assign(query, settings) {
  for (const [name, value] of Object.entries(settings ?? {})) {
    if (value === undefined || value === null || value === '') {
      query.delete(name);
    }
    else {
      query.set(name, value);
    }
  }
}

function write(view, id, query) {
  const path = `#/${view}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
  return query.size > 0 ? `${path}?${query}` : path;
}

const scrolls = new Map();

let listener = () => {};

/** Listens to other addresses; `kind` is `go`, `back` or `settings`. */
export function listen(changed) {
  listener = changed;
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => listener('back'));
  addEventListener('scroll', () => scrolls.set(location.hash, scrollY), { passive: true });
  document.addEventListener('click', (event) => {
    const anchor = event.target.closest?.('a');
    const hash = anchor?.getAttribute('href');
    if (hash?.startsWith('#/') && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(hash);
    }
  });
}

/** Goes to an address. */
export function go(hash) {
  history.pushState(null, '', hash);
  listener('go');
}

/** Changes settings in place; they are not worth a step back. */
export function settle(settings) {
  history.replaceState(null, '', here(settings));
  listener('settings');
}

/** Returns how far down the reader was at this address. */
export function scrollPosition() {
  return scrolls.get(location.hash) ?? 0;
}
