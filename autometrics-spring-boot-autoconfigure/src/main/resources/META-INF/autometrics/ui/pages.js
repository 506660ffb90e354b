/*
 * The views that are lists: the objectives with the worst budget first, the problems, and
 * the build.
 */

import { get, getObjectives } from './api.js';
import { externalLink, h, isWeb, replace, setText } from './dom.js';
import { count, duration, isKnown, momentOf, percent, rate, share, span, target, visible } from './format.js';
import { link } from './router.js';
import { stateOf, targetsOf } from './states.js';
import { ordered, table } from './table.js';

// The pairs of windows that the alerts look at; the others are in the details.
const PAIRS = [['5m', '1h'], ['30m', '6h']];

const kindOf = (row) => row.kind === 'latency' ? `latency ≤ ${duration(row.thresholdSeconds)}` : row.label;

const burn = (row, window) => row.burnRates?.find((each) => each.window === window)?.value;

const burnTone = (...values) => values.some((value) => value > 1) ? 'bad' : undefined;

const COLUMNS = [
  { key: 'objective', label: 'Objective', className: 'name', cell: (row) => ({ text: visible(row.objective), href: link('objectives', row.objective) }) },
  { key: 'kind', label: 'Kind', className: 'kind', cell: kindOf },
  { key: 'functions', label: 'Functions', numeric: true, low: true, cell: (row) => count(row.functions.length) },
  { key: 'target', label: 'Target', numeric: true, low: true, cell: (row) => target(row.targetPercent) },
  { key: 'actual', label: 'Actual', numeric: true, cell: (row) => share(row.actualRatio) },
  { key: 'calls', label: 'Calls', numeric: true, low: true, cell: (row) => count(row.calls) },
  { key: 'budget', label: 'Budget left', numeric: true, className: 'budget', cell: (row) => isKnown(row.budgetRemaining)
    ? { text: percent(row.budgetRemaining), meter: row.budgetRemaining, tone: stateOf(row.state).tone } : '–' },
  ...PAIRS.map(([short, long]) => ({ key: short, label: `Burn ${short} / ${long}`, numeric: true, low: true,
    cell: (row) => ({ text: `${rate(burn(row, short))} / ${rate(burn(row, long))}`, tone: burnTone(burn(row, short), burn(row, long)) }) })),
  { key: 'state', label: 'State', className: 'state', cell: (row) => ({ text: stateOf(row.state).text, icon: stateOf(row.state).icon, tone: stateOf(row.state).tone }) },
];

/** Creates the view; with a name, the objective of that name is shown in detail. */
export function objectivesView(page, name) {
  const rows = table({ caption: 'Objectives, the worst budget first', columns: COLUMNS, key: (row) => `${row.kind} ${row.objective}` });
  const line = h('p', { class: 'summary lead' });
  const detail = h('div');
  const nothing = h('div');
  const card = h('div', { class: 'card table-card' }, rows.element);
  const element = h('div', null, line, card, nothing, detail);
  return { title: name === undefined ? 'Objectives' : `Objective ${visible(name)}`, element,
    async load(signal, parameters) {
      return await getObjectives(page.application, parameters, signal) ?? { objectives: [] };
    },
    update({ objectives }) {
      const all = targetsOf(objectives);
      const sorted = ordered(all, (row) => row.budgetRemaining, false, (one, other) => one.objective < other.objective ? -1 : 1);
      rows.update(name === undefined ? sorted : sorted.filter((row) => row.objective === name));
      card.hidden = all.length === 0;
      setText(line, all.length === 0 ? '' : windowOf(all));
      replace(nothing, all.length === 0, () => all.length === 0 ? none() : null);
      replace(detail, name === undefined ? null : objectives.find((each) => each.name === name) ?? 'none', () => name === undefined
        ? null : details(page, name, sorted.filter((row) => row.objective === name)));
    } };
}

function windowOf(all) {
  const { windowSeconds, since } = all[0];
  const over = isKnown(windowSeconds) ? `Over ${span(windowSeconds)}, from Prometheus.`
    : since ? `Since the start at ${momentOf(since)}, of this instance only.` : '';
  return `${over} A burn rate of 1 spends the budget exactly in its time.`;
}

function none() {
  return h('section', { class: 'card empty-state' }, h('h2', null, 'No objectives yet'),
    h('p', null, 'An objective says how many calls have to succeed, or to be quick. Declare it, and name it where it counts:'),
    h('pre', { tabindex: '0' }, 'autometrics.objectives.shop-api.success-rate=99\n\n@Autometrics(objective = "shop-api")'));
}

function details(page, name, targets) {
  if (targets.length === 0) {
    return h('p', { class: 'nothing' }, 'There is no objective of this name.');
  }
  const known = new Map(page.application.functions.map((each) => [each.id, each]));
  const functions = [...new Set(targets.flatMap((each) => each.functions))];
  const windows = [...new Set(targets.flatMap((each) => (each.burnRates ?? []).map(({ window }) => window)))];
  const burns = table({ caption: 'Burn rates', key: (row) => row.window, columns: [
    { key: 'window', label: 'Window', cell: (row) => row.window },
    ...targets.map((each) => ({ key: each.kind, label: kindOf(each), numeric: true,
      cell: (row) => ({ text: rate(burn(each, row.window)), tone: burnTone(burn(each, row.window)) }) }))] });
  burns.update(windows.map((window) => ({ window })));
  return [h('div', { class: 'columns' },
    h('section', { class: 'card' }, h('h2', null, `Functions (${functions.length})`), h('ul', { class: 'plain' }, functions.map((id) => h('li', null,
      h('a', { href: link('fn', id) }, h('bdi', null, visible(known.get(id)?.function ?? id))), ' ',
      h('span', { class: 'sub' }, h('bdi', null, visible(known.get(id)?.module ?? ''))))))),
    h('section', { class: 'card' }, h('h2', null, 'Burn rates'), windows.length > 0 ? burns.element : h('p', { class: 'nothing' }, 'Not known.'))),
  h('p', null, h('a', { href: link('objectives') }, '← All objectives'))];
}

const SEVERITIES = new Map([['ERROR', ['✗', 'error', 'bad']], ['WARN', ['!', 'warning', 'warn']], ['WARNING', ['!', 'warning', 'warn']], ['INFO', ['i', 'note', 'quiet']]]);

/** Creates the view of the problems. */
export function problemsView() {
  const element = h('div');
  return { title: 'Problems', element,
    async load(signal) {
      return get(['problems'], undefined, signal);
    },
    update({ problems }) {
      replace(element, problems, () => problems.length === 0
        ? h('section', { class: 'card empty-state' }, h('h2', null, '✓ No problems'), h('p', null, 'Everything that is meant to be measured is measured.'))
        : problems.map(problemOf));
    } };
}

function problemOf(problem) {
  const [icon, word, tone] = SEVERITIES.get(problem.severity) ?? ['i', String(problem.severity).toLowerCase(), 'quiet'];
  return h('section', { class: 'card problem', 'data-tone': tone },
    h('h2', null, h('span', { class: 'icon', 'aria-hidden': 'true' }, `${icon} `), h('span', { class: 'hidden' }, `${word}: `), h('bdi', null, visible(problem.message))),
    h('p', { class: 'place' }, h('code', null, h('bdi', null, visible(problem.place)))),
    h('p', null, h('b', null, 'Fix: '), visible(problem.fix)),
    h('p', { class: 'links' }, h('b', null, visible(problem.code)), problem.docs ? externalLink(problem.docs, isWeb(problem.docs) ? 'Documentation' : visible(problem.docs), `Documentation of ${visible(problem.code)}`) : null));
}

/** Creates the view of the build. */
export function buildView(page) {
  const element = h('div', { class: 'build' });
  const sources = table({ caption: 'Where every value comes from', key: (row) => row.name, columns: [
    { key: 'name', label: 'Value', cell: (row) => visible(row.name) },
    { key: 'value', label: 'Is', className: 'wide', cell: (row) => visible(row.value ?? '') || '–' },
    { key: 'from', label: 'Comes from', className: 'wide', cell: (row) => visible(row.from ?? '') || '–' }] });
  return { title: 'Build', element,
    async load(signal) {
      return get(['build'], undefined, signal);
    },
    update(build) {
      replace(element, build, () => {
        sources.update(build.sources ?? []);
        return [card('Service', factsOf(build.service ?? page.application.service)), card('Versions', versionsOf(build.versions)),
          card('Series', [['functions', count(page.application.functions.length)], ['series', seriesOf(build.seriesCount)]]),
          (build.sources ?? []).length > 0 ? h('section', { class: 'card table-card full' }, h('h2', null, 'Where every value comes from'), sources.element) : null];
      });
    } };
}

function seriesOf(value) {
  return typeof value === 'object' ? count(value?.total) : count(value);
}

function factsOf(service) {
  return [['name', service.name], ['version', service.version], ['commit', service.commit], ['branch', service.branch],
    ['repository', service.repositoryUrl], ['repository provider', service.repositoryProvider],
    ['started', service.startedAt ? momentOf(service.startedAt) : undefined], ['Autometrics specification', service.autometricsVersion]];
}

const NAMES = new Map([['java', 'Java'], ['springBoot', 'Spring Boot'], ['spring', 'Spring Framework'], ['micrometer', 'Micrometer'],
  ['autometrics', 'Autometrics for Spring Boot'], ['autometricsSpringBoot', 'Autometrics for Spring Boot']]);

function versionsOf(versions) {
  return Object.entries(versions ?? {}).map(([name, value]) => [NAMES.get(name) ?? visible(name), value]);
}

function card(title, facts) {
  const known = facts.filter(([, value]) => value);
  return known.length === 0 ? null : h('section', { class: 'card' }, h('h2', null, title), h('dl', { class: 'facts' },
    known.flatMap(([name, value]) => [h('dt', null, name), h('dd', null, name === 'repository' ? externalLink(value, visible(value)) : h('bdi', null, visible(value)))])));
}
