/*
 * The view of one function: figures, charts, callers and callees, queries.
 */

import { address, get, getObjectives } from './api.js';
import { chartGroup, markSentences, marksOf } from './charts.js';
import { externalLink, h, isWeb, replace, setText } from './dom.js';
import { count, duration, isKnown, momentOf, percent, perSecond, rate, target, timeOf, visible } from './format.js';
import { rowsOf } from './functions.js';
import { link, settle } from './router.js';
import { stateOf, targetsOf } from './states.js';
import { table } from './table.js';

const SHOWN_VALUES = 60;

const number = (value) => isKnown(value) ? new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 }).format(value) : '';

const whole = (value) => isKnown(value) ? number(value) : '–';

/** Creates the view. */
export function functionView(page, id) {
  const known = page.application.functions.find((each) => each.id === id);
  let targets = [];
  let series;
  let details;
  const lines = (kind, value, label) => () => targets.filter((each) => each.kind === kind && isKnown(value(each)))
    .map((each) => ({ value: value(each), label: label(each) }));
  const charts = chartGroup([
    { title: 'Calls per second', format: perSecond, axis: number, series: [{ key: 'ok', label: 'ok', fill: true }, { key: 'error', label: 'error' }] },
    { title: 'Error ratio', format: percent, axis: percent, least: 0.01, series: [{ key: 'errorRatio', label: 'errors', fill: true }],
      lines: lines('successRate', (each) => 1 - each.targetPercent / 100, (each) => `allowed by ${visible(each.objective)}`) },
    { title: 'Latency', format: duration, axis: duration, least: 0.1, series: [{ key: 'p50', label: 'p50' }, { key: 'p95', label: 'p95' }, { key: 'p99', label: 'p99' }],
      lines: lines('latency', (each) => each.thresholdSeconds, (each) => `${visible(each.objective)}, ${target(each.targetPercent)} within`) },
    { title: 'In flight', format: whole, axis: whole, whole: true, series: [{ key: 'concurrent', label: 'calls under way', fill: true }] },
  ], (zoom) => settle({ from: zoom?.from, to: zoom?.to }));

  const tiles = h('dl', { class: 'tiles' });
  const zoomBar = h('div', { class: 'zoom' });
  const marks = h('ul', { class: 'marks' });
  const callers = neighbours('Called by');
  const callees = neighbours('Calls');
  const values = valuesTable(() => series);
  const queries = h('details', { class: 'card' }, h('summary', null, 'PromQL and links'), h('div', { class: 'queries' }));
  const facts = h('details', { class: 'card' }, h('summary', null, 'About this function'), h('dl', { class: 'facts' }));
  const links = h('p', { class: 'links' });
  const lead = h('p', { class: 'module' }, h('a', { href: link('functions') }, '← Functions'), h('bdi', null, visible(known?.module ?? '')));
  const element = h('div', { class: 'function' }, lead, links, tiles, zoomBar, h('h2', { class: 'hidden' }, 'Charts'), charts.element, marks,
    h('div', { class: 'columns' }, callers.element, callees.element), queries, values.element, facts);

  function window() {
    const query = page.route.query;
    const from = Number.parseFloat(query.get('from'));
    const to = Number.parseFloat(query.get('to'));
    if (isKnown(from) && isKnown(to) && to > from) {
      return { from, to, zoomed: true };
    }
    const time = series?.time ?? [];
    const end = time.at(-1) ?? Date.now() / 1000;
    const start = Math.min(time[0] ?? end, end - 120);
    return { from: start, to: end, zoomed: false };
  }

  function show() {
    if (!series) {
      return;
    }
    const all = marksOf(series);
    const shown = window();
    charts.update({ time: series.time ?? [], columns: series, marks: all, ...shown });
    replace(zoomBar, shown, () => zoomControls(shown));
    replace(marks, all, () => markSentences(all).map((sentence) => h('li', null, sentence)));
  }

  return { title: known ? visible(known.function) : visible(id), element, settle: show, redraw: charts.redraw, close: charts.close,
    async load(signal, parameters) {
      details ??= await get([id], undefined, signal);
      const [next, live, objectives] = await Promise.all([get([id, 'series'], parameters, signal),
        get(['live'], parameters, signal), getObjectives(page.application, parameters, signal)]);
      return { series: next, live, objectives, source: next.source, at: live?.at ?? new Date().toISOString() };
    },
    update({ series: next, live, objectives }) {
      series = next;
      targets = targetsOf(objectives?.objectives ?? page.application.objectives).filter((each) => each.functions.includes(id));
      const row = rowsOf(page.application, live, []).find((each) => each.id === id);
      const shownTiles = tilesOf(row ?? {}, details, targets);
      replace(tiles, shownTiles, () => shownTiles.map(tile));
      show();
      callers.update(series.callers ?? [], page.application);
      callees.update(series.callees ?? [], page.application);
      values.update();
      replace(links, [details.links, series.instances], () => linksOf(details, series));
      replace(queries.lastElementChild, [details.queries, details.links], () => details.queries.map((query) => queryOf(query, details, page)));
      const known = factsOf(details);
      replace(facts.lastElementChild, known, () => known.flatMap(([name, value]) => [h('dt', null, name), h('dd', null, h('bdi', null, value))]));
    } };
}

function tilesOf(row, details, targets) {
  const since = details.total?.since;
  const budgets = targets.map((each) => ({ ...stateOf(each.state), label: `${visible(each.objective)}: ${each.label}`, value: stateOf(each.state).text,
    note: `${isKnown(each.budgetRemaining) ? `${percent(each.budgetRemaining)} of the budget left, ` : ''}target ${target(each.targetPercent)}${isKnown(each.thresholdSeconds) ? ` within ${duration(each.thresholdSeconds)}` : ''}` }));
  return [
    { label: 'Calls per second', value: row.called ? rate(row.requestRate) : 'not called yet' },
    { label: 'Errors', value: percent(row.errorRatio), tone: row.errorRatio > 0 ? 'bad' : undefined },
    { label: 'p50', value: duration(row.p50) }, { label: 'p95', value: duration(row.p95) }, { label: 'p99', value: duration(row.p99) },
    { label: 'In flight', value: count(row.concurrent) },
    { label: 'Total', value: count(row.calls), note: since ? `since ${momentOf(since)}` : undefined },
    ...budgets];
}

function tile({ label, value, note, tone, icon }) {
  return h('div', { class: 'tile card', 'data-tone': tone }, h('dt', null, label),
    h('dd', { class: 'value' }, icon ? h('span', { 'aria-hidden': 'true' }, `${icon} `) : null, value), note ? h('dd', { class: 'note' }, note) : null);
}

function zoomControls({ from, to, zoomed }) {
  const length = to - from;
  const button = (text, label, start, end) => h('button', { type: 'button', 'aria-label': label, title: label,
    click: () => settle({ from: Math.round(start), to: Math.round(end) }) }, text);
  return [h('span', null, zoomed ? `${momentOf(from)} to ${timeOf(to)}` : 'Drag over a chart to zoom'),
    button('+', 'Zoom in', from + length / 4, to - length / 4),
    zoomed && button('−', 'Zoom out', from - length / 2, to + length / 2),
    zoomed && button('‹', 'Earlier', from - length / 2, to - length / 2),
    zoomed && button('›', 'Later', from + length / 2, to + length / 2),
    zoomed && h('button', { type: 'button', click: () => settle({ from: undefined, to: undefined }) }, 'Whole range')].filter(Boolean);
}

function neighbours(title) {
  let names = new Map();
  const nameOf = (row) => row.id === undefined ? { text: row.function ? visible(row.function) : 'entry point', sub: row.function ? visible(row.module ?? '') : 'no measured caller' }
    : { text: visible(row.function ?? names.get(row.id)?.function ?? row.id), sub: visible(row.module ?? names.get(row.id)?.module ?? ''), href: link('fn', row.id), title: visible(row.id) };
  const rows = table({ caption: title, key: (row) => `${row.id ?? ''} ${row.module ?? ''} ${row.function ?? ''}`, columns: [
    { key: 'name', label: 'Function', className: 'name', cell: nameOf },
    { key: 'rate', label: 'Calls/s', numeric: true, cell: (row) => rate(row.requestRate) },
    { key: 'errors', label: 'Errors', numeric: true, cell: (row) => ({ text: percent(row.errorRatio), tone: row.errorRatio > 0 ? 'bad' : undefined }) }] });
  const nothing = h('p', { class: 'nothing' });
  return { element: h('section', { class: 'card' }, h('h2', null, title), rows.element, nothing), update(values, application) {
    names = new Map(application.functions.map((each) => [each.id, each]));
    rows.update([...values].sort((one, other) => (other.requestRate ?? 0) - (one.requestRate ?? 0)));
    rows.element.hidden = values.length === 0;
    setText(nothing, values.length === 0 ? 'None in this time.' : '');
  } };
}

function valuesTable(series) {
  const keys = [['ok', 'ok/s', rate], ['error', 'errors/s', rate], ['errorRatio', 'Error ratio', percent], ['p50', 'p50', duration],
    ['p95', 'p95', duration], ['p99', 'p99', duration], ['concurrent', 'In flight', whole]];
  let limit = SHOWN_VALUES;
  const rows = table({ caption: 'Values, the newest first', key: (row) => row.time, columns: [
    { key: 'time', label: 'Time', cell: (row) => momentOf(row.time) },
    ...keys.map(([key, label, format]) => ({ key, label, numeric: true, cell: (row) => format(row[key] ?? undefined) }))] });
  const more = h('button', { type: 'button', click: () => {
    limit += SHOWN_VALUES;
    update();
  } }, 'Show more');
  const element = h('details', { class: 'card', toggle: () => update() }, h('summary', null, 'Values of the charts as a table'), rows.element, more);
  function update() {
    const data = series();
    if (!element.open || !data) {
      return;
    }
    const time = data.time ?? [];
    rows.update(time.map((at, index) => Object.fromEntries([['time', at], ...keys.map(([key]) => [key, data[key]?.[index]])])).reverse().slice(0, limit));
    more.hidden = limit >= time.length;
  }
  return { element, update };
}

function linksOf(details, series) {
  const first = Object.entries(details.links ?? {}).find(([, url]) => isWeb(url));
  return [
    first ? externalLink(first[1], 'Open in Prometheus') : null,
    h('a', { href: link('graph', undefined, { focus: details.id }) }, 'Show in the call graph'),
    h('a', { href: address(details.id), type: 'application/json', click: showJson }, 'JSON'),
    isKnown(series.instances) ? h('span', { class: 'muted' }, `${count(series.instances)} ${series.instances === 1 ? 'instance' : 'instances'}`) : null].filter(Boolean);
}

// A browser would get this page at that address, so the JSON is fetched and handed over.
async function showJson(event) {
  event.preventDefault();
  const { href } = event.currentTarget;
  const response = await fetch(href, { headers: { Accept: 'application/json' } });
  const url = URL.createObjectURL(await response.blob());
  const anchor = h('a', { href: url, download: `${decodeURIComponent(href.slice(href.lastIndexOf('/') + 1))}.json` });
  anchor.click();
  URL.revokeObjectURL(url);
}

function queryOf(query, details, page) {
  const code = h('code', null, visible(query.promql));
  const prometheus = new Map(Object.entries(details.links ?? {})).get(query.name);
  const grafana = new Map(Object.entries(details.grafanaLinks ?? {})).get(query.name);
  return h('section', { class: 'query' }, h('h3', null, visible(query.title)), h('pre', { tabindex: '0', 'aria-label': `PromQL: ${visible(query.title)}` }, code),
    h('p', { class: 'links' }, h('button', { type: 'button', 'aria-label': `Copy PromQL: ${visible(query.title)}`, click: () => copy(query.promql, code, page) }, 'Copy'),
      prometheus ? externalLink(prometheus, 'Prometheus', `${visible(query.title)} in Prometheus`) : null,
      grafana ? externalLink(grafana, 'Grafana', `${visible(query.title)} in Grafana`) : null));
}

async function copy(text, code, page) {
  try {
    await navigator.clipboard.writeText(text);
    page.say('Copied.');
  }
  catch {
    getSelection().selectAllChildren(code);
    page.say('Selected; copy it with the keyboard.');
  }
}

function factsOf(details) {
  const annotation = details.annotation;
  return [
    ['Module', details.module], ['Function', details.function], ['Signature', details.signature], ['Beans', [...details.beans ?? []].join(', ')],
    ['Objectives', (details.objectives ?? []).join(', ')],
    ['Annotation', typeof annotation === 'string' ? annotation : annotation ? JSON.stringify(annotation) : ''],
    ['Labels', Object.entries(details.labels ?? {}).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(', ')],
    ['Id', details.id]].filter(([, value]) => value).map(([name, value]) => [name, visible(value)]);
}
