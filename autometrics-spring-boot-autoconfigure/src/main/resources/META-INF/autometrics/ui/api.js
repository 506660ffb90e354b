/*
 * Requests to the endpoint, the only ones that the page makes. Its address is found from
 * the address of this file, so that base paths and proxies do not matter.
 */

export const ENDPOINT = new URL('..', import.meta.url).href.replace(/\/$/, '');

/** An answer that is none: `session` ended, `missing`, `refused`, `failed` or `silent`. */
export class NoAnswer extends Error {

  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }

}

/** The address of the JSON of something. */
export function address(...segments) {
  return [ENDPOINT, ...segments.map((segment) => encodeURIComponent(segment).replaceAll('%24', '$'))].join('/');
}

/** Asks for JSON. */
export async function get(segments, parameters, signal) {
  const query = new URLSearchParams(Object.entries(parameters ?? {}).filter(([, value]) => value)).toString();
  const response = await send(address(...segments) + (query ? `?${query}` : ''), signal);
  if (!response.ok || !/json/.test(response.headers.get('Content-Type') ?? '')) {
    throw await refusal(response);
  }
  return response.json();
}

/** Asks for how well the objectives are kept, if there are any. */
export async function getObjectives(application, parameters, signal) {
  return application.objectives?.length > 0 ? get(['objectives'], parameters, signal) : undefined;
}

async function send(url, signal) {
  try {
    return await fetch(url, { headers: { Accept: 'application/json' }, cache: 'no-store', redirect: 'manual', signal });
  }
  catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new NoAnswer('silent', 'The application does not answer.');
  }
}

async function refusal(response) {
  if (response.type === 'opaqueredirect' || [401, 403].includes(response.status) || response.ok) {
    return new NoAnswer('session', 'The application asks who you are. Your session may have ended.');
  }
  if (response.status === 404) {
    return new NoAnswer('missing', 'There is nothing of this name.');
  }
  const body = await response.json().catch(() => undefined);
  const sentence = typeof body?.message === 'string' ? body.message : `The application answers ${response.status}.`;
  return new NoAnswer(response.status === 400 ? 'refused' : 'failed', sentence);
}
