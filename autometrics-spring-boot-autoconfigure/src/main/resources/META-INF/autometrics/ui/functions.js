/*
 * The view of all functions: a table with filter, order and groups.
 */

import { get, getObjectives } from './api.js';
import { h, replace, setText } from './dom.js';
import { count, duration, percent, rate, simpleName, visible } from './format.js';
import { link, settle } from './router.js';
import { noFunctions, stateOf, targetsOf } from './states.js';
import { ordered, table } from './table.js';

const PAGE = 100;

const COLUMNS = [
  { key: 'name', label: 'Function', className: 'name', sort: (row) => row.searched, cell: (row) => ({
    text: visible(row.function), href: row.href, title: visible(row.id), sub: row.grouped ? undefined : visible(row.module) }) },
  { key: 'requestRate', label: 'Calls/s', numeric: true, sort: (row) => row.requestRate, cell: (row) => row.called
    ? rate(row.requestRate) : { text: 'not called yet', tone: 'quiet' } },
  { key: 'trend', label: 'Trend', low: true, cell: (row) => ({ trend: row.trend ?? [] }) },
  { key: 'errorRatio', label: 'Errors', numeric: true, sort: (row) => row.errorRatio, cell: (row) => ({
    text: percent(row.errorRatio), tone: row.errorRatio > 0 ? 'bad' : undefined }) },
  { key: 'p50', label: 'p50', numeric: true, low: true, sort: (row) => row.p50, cell: (row) => duration(row.p50) },
  { key: 'p95', label: 'p95', numeric: true, low: true, sort: (row) => row.p95, cell: (row) => duration(row.p95) },
  { key: 'p99', label: 'p99', numeric: true, sort: (row) => row.p99, cell: (row) => duration(row.p99) },
  { key: 'concurrent', label: 'In flight', numeric: true, low: true, sort: (row) => row.concurrent, cell: (row) => count(row.concurrent) },
  { key: 'calls', label: 'Total', numeric: true, low: true, sort: (row) => row.calls, cell: (row) => row.called ? count(row.calls) : '–' },
  { key: 'objective', label: 'Objective', className: 'objective', sort: (row) => row.worst, cell: (row) => row.state
    ? { text: row.state.text, icon: row.state.icon, tone: row.state.tone } : { text: row.objectives.map(visible).join(', ') || 'none', tone: 'quiet' } },
];

const TEXT = new Set(['name', 'objective']);

/** Creates the view. */
export function functionsView(page) {
  let data;
  const filter = h('input', { type: 'search', id: 'filter', placeholder: 'name, class or objective', autocomplete: 'off',
    spellcheck: 'false', 'aria-keyshortcuts': '/', input: () => settle({ q: filter.value, show: undefined }) });
  const group = check('group by class', (checked) => settle({ group: checked ? '1' : undefined }));
  const called = check('only with calls', (checked) => settle({ called: checked ? '1' : undefined }));
  const summary = h('p', { class: 'summary', role: 'status' });
  const rows = table({ caption: 'Functions', columns: COLUMNS, key: (row) => row.id, className: 'functions', sort: sortBy });
  const more = h('div', { class: 'more' });
  const hint = h('div');
  const element = h('div', null,
    h('div', { class: 'toolbar' }, h('label', { class: 'field', for: 'filter' }, 'Filter', h('kbd', { 'aria-hidden': 'true' }, '/')), filter,
      group.element, called.element, summary),
    h('div', { class: 'card table-card' }, rows.element), more, hint);

  function settings() {
    const query = page.route.query;
    const sort = query.get('sort') ?? '-requestRate';
    return { q: query.get('q') ?? '', key: sort.replace(/^-/, ''), descending: sort.startsWith('-'), group: query.get('group') === '1',
      called: query.get('called') === '1', show: Math.max(PAGE, Number.parseInt(query.get('show') ?? '0', 10) || 0) };
  }

  function sortBy(column) {
    const { key, descending } = settings();
    const down = key === column.key ? !descending : !TEXT.has(column.key);
    settle({ sort: `${down ? '-' : ''}${column.key}`, show: undefined });
  }

  function show() {
    const set = settings();
    if (document.activeElement !== filter) {
      filter.value = set.q;
    }
    group.input.checked = set.group;
    called.input.checked = set.called;
    if (data) {
      performance.mark('functions-start');
      showRows(set);
      performance.measure('functions', 'functions-start');
    }
  }

  function showRows(set) {
    const words = set.q.toLowerCase().split(/\s+/).filter(Boolean);
    const column = COLUMNS.find(({ key, sort }) => key === set.key && sort) ?? COLUMNS[1];
    const found = data.filter((row) => (!set.called || row.called) && words.every((word) => row.searched.includes(word)));
    let sorted = ordered(found, column.sort, set.descending, (one, other) => one.searched < other.searched ? -1 : 1);
    if (set.group) {
      sorted = ordered(sorted, (row) => row.module, false, () => 0);
    }
    const shown = sorted.slice(0, set.show).map((row) => ({ ...row, grouped: set.group, href: link('fn', row.id), className: row.called ? undefined : 'silent' }));
    rows.update(set.group ? withGroups(shown) : shown, { key: column.key, descending: set.descending });
    setText(summary, data.length === 0 ? '' : `${count(found.length)} of ${count(data.length)} functions`);
    showMore(set, sorted.length);
    replace(hint, [data.length === 0, found.length === 0], () => data.length === 0 ? noFunctions() : found.length === 0
      ? h('p', { class: 'nothing' }, 'No function matches. ', h('button', { type: 'button', click: clear }, 'Show all')) : null);
    rows.element.parentElement.hidden = found.length === 0;
  }

  function showMore(set, total) {
    const rest = total - set.show;
    replace(more, [rest, set.show], () => rest > 0 ? h('button', { type: 'button',
      click: () => settle({ show: String(set.show + PAGE) }) }, `Show ${Math.min(PAGE, rest)} more of ${count(rest)}`) : null);
  }

  function clear() {
    filter.value = '';
    settle({ q: undefined, called: undefined, show: undefined });
  }

  return { title: 'Functions', element, settle: show, filter, clear,
    async load(signal, parameters) {
      const [live, objectives] = await Promise.all([get(['live'], parameters, signal), getObjectives(page.application, parameters, signal)]);
      return { live, objectives, source: live.source, at: live.at };
    },
    update({ live, objectives }) {
      data = rowsOf(page.application, live, objectives?.objectives ?? page.application.objectives);
      show();
      return data.some((row) => row.isNew);
    } };
}

function withGroups(rows) {
  const result = [];
  for (const row of rows) {
    if (result.length === 0 || result.at(-1).module !== row.module) {
      result.push({ group: row.module, title: visible(row.module) });
    }
    result.push(row);
  }
  return result;
}

function check(label, changed) {
  const input = h('input', { type: 'checkbox', change: () => changed(input.checked) });
  return { input, element: h('label', { class: 'check' }, input, label) };
}

/** Joins what is known of the functions with their present figures. */
export function rowsOf(application, live, objectives) {
  const figures = new Map((live?.rows ?? []).map((row) => [row[live.columns.indexOf('id')], row]));
  const states = worstStates(objectives);
  const known = new Map(application.functions.map((each) => [each.id, each]));
  figures.forEach((row, id) => known.has(id) || known.set(id, { id, module: '', function: id, isNew: true }));
  return [...known.values()].map((each) => {
    const row = { id: each.id, module: each.module, function: each.function, isNew: each.isNew };
    live?.columns.forEach((column, index) => {
      if (column !== 'id') {
        row[column] = figures.get(each.id)?.[index] ?? undefined;
      }
    });
    const named = states.get(each.id);
    return { ...row, called: row.calls > 0 || row.requestRate > 0, simple: simpleName(each.module), state: named, worst: named?.worst, objectives: each.objectives ?? [],
      searched: `${each.module}.${each.function} ${(each.objectives ?? []).join(' ')}`.toLowerCase() };
  });
}

function worstStates(objectives) {
  const states = new Map();
  for (const { functions, state } of targetsOf(objectives)) {
    const candidate = stateOf(state);
    functions.filter((id) => !states.has(id) || states.get(id).worst > candidate.worst).forEach((id) => states.set(id, candidate));
  }
  return states;
}
