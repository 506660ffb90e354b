/*
 * What the page says when there is something to say: sources that do not answer, nothing
 * to show, a session that ended.
 */

import { h } from './dom.js';
import { momentOf, span, timeOf, visible } from './format.js';
import { here, link } from './router.js';

const STATES = new Map([
  ['BREACHED', { icon: '✗', text: 'breached', tone: 'bad', worst: 0 }],
  ['AT_RISK', { icon: '!', text: 'at risk', tone: 'warn', worst: 1 }],
  ['TOO_FEW_CALLS', { icon: '…', text: 'too few calls', tone: 'quiet', worst: 3 }],
  ['OK', { icon: '✓', text: 'ok', tone: 'good', worst: 2 }],
]);

/** The look of the state of an objective. */
export function stateOf(name) {
  return STATES.get(name) ?? { icon: '', text: 'unknown', tone: 'quiet', worst: 4 };
}

/** The targets of all objectives, one row each. */
export function targetsOf(objectives) {
  return (objectives ?? []).flatMap((objective) => [['successRate', 'success rate'], ['latency', 'latency']]
    .filter(([kind]) => objective[kind])
    .map(([kind, label]) => ({ ...objective[kind], objective: objective.name, functions: objective.functions ?? [], kind, label })));
}

/** What fixes each reason for which Prometheus does not serve. */
const REASONS = new Map([
  ['UNREACHABLE', 'does not answer'],
  ['UNAUTHORIZED', 'asks for other credentials'],
  ['NOT_PROMETHEUS', 'is no Prometheus'],
  ['NO_SERIES', 'answers, but has no function_calls_total of this service'],
  ['OK', 'refuses a query'],
]);

/** A short name of the source for the badge. */
export function badgeOf(source) {
  if (!source) {
    return { text: '', tone: 'quiet' };
  }
  if (source.mode === 'PROMETHEUS') {
    return { text: 'Prometheus', tone: 'good' };
  }
  return { text: 'this instance', tone: isTroubled(source) ? 'warn' : 'quiet' };
}

/** Says whether the reader wants this instance, and not the best source there is. */
export function isChosen() {
  return new URLSearchParams(location.hash.split('?')[1]).get('source') === 'live';
}

function isTroubled({ mode, prometheus }) {
  return mode !== 'PROMETHEUS' && !isChosen() && prometheus?.configured && REASONS.has(prometheus.status);
}

/** The banner about the source, or nothing. */
export function bannerOf(source, service) {
  if (!source || !isTroubled(source)) {
    return undefined;
  }
  const prometheus = source.prometheus;
  const parts = [h('p', null, h('b', { 'aria-hidden': 'true' }, '! '), 'Prometheus at ', h('code', null, visible(prometheus.url)),
    ` ${REASONS.get(prometheus.status)}${prometheus.error ? ` (${visible(prometheus.error)})` : ''}. `,
    `The figures are of this instance only, of the last ${span(source.historySeconds ?? 900)}. `,
    prometheus.retryAt ? `Next try at ${timeOf(prometheus.retryAt)}.` : '')];
  if (prometheus.status === 'NO_SERIES') {
    parts.push(h('p', null, 'Let it scrape this application:'), h('pre', { tabindex: '0' }, scrapeConfig(service)));
  }
  return parts;
}

function scrapeConfig(service) {
  const path = new URL('../../prometheus', import.meta.url).pathname;
  return `scrape_configs:
  - job_name: ${JSON.stringify(visible(service?.name ?? 'application'))}
    scrape_interval: 15s
    metrics_path: ${path}
    static_configs:
      - targets: [${JSON.stringify(location.host)}]`;
}

/** A line on where the figures come from. */
export function sourceLine(source, at) {
  if (!source) {
    return [];
  }
  const line = [`updated ${timeOf(at)}`];
  if (source.mode === 'PROMETHEUS') {
    return [...line, ' · all instances, from Prometheus · ', h('a', { href: here({ source: 'live', range: undefined }) }, 'this instance only')];
  }
  if (isChosen() && source.prometheus?.configured) {
    return [...line, ' · this instance only · ', h('a', { href: here({ source: undefined, range: undefined }) }, 'all instances, from Prometheus')];
  }
  const hint = source.prometheus?.configured ? [] : [' · for more, set ', h('code', null, 'autometrics.prometheus.query-url')];
  return [...line, ` · this instance, the last ${span(source.historySeconds ?? 900)}`, ...hint];
}

/** An application without functions. */
export function noFunctions() {
  return h('section', { class: 'card empty-state' }, h('h2', null, 'Nothing is measured yet'),
    h('p', null, 'Write ', h('code', null, '@Autometrics'), ' on a method or a class of a Spring bean:'),
    h('pre', { tabindex: '0' }, '@Autometrics\n@PostMapping("/orders")\nOrder place(@RequestBody Basket basket) { … }'),
    h('p', null, 'If you have done that already, ', h('a', { href: link('problems') }, 'the problems'), ' say what is in the way.'));
}

/** A failure; the reader can try again. */
export function failureOf(failure, retry) {
  const session = failure.kind === 'session';
  return h('section', { class: 'card empty-state', role: 'alert' },
    h('h2', null, session ? 'Session ended' : failure.kind === 'missing' ? 'Not found' : 'No answer'),
    h('p', null, visible(failure.message ?? failure)),
    h('p', null, h('button', { type: 'button', class: 'primary', click: session ? () => location.reload() : retry },
      session ? 'Reload' : 'Try again')));
}

/** The line above data that could not be refreshed. */
export function staleLine(failure, at) {
  return h('p', null, h('b', { 'aria-hidden': 'true' }, '! '), `${visible(failure.message ?? failure)} `,
    failure.kind === 'session' ? h('button', { type: 'button', click: () => location.reload() }, 'Reload') : `What you see is from ${momentOf(at)}.`);
}
