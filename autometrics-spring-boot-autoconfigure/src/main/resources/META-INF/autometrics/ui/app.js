/*
 * The Explorer: header, views, refresh and keyboard.
 */

import { ENDPOINT, get } from './api.js';
import { h, replace, setAttribute, setText } from './dom.js';
import { functionsView } from './functions.js';
import { functionView } from './function.js';
import { graphView } from './graph.js';
import { buildView, objectivesView, problemsView } from './pages.js';
import { current, go, link, listen, scrollPosition, settle } from './router.js';
import { badgeOf, bannerOf, failureOf, isChosen, sourceLine, staleLine, stateOf, targetsOf } from './states.js';
import { visible } from './format.js';

const RANGES = [['15m', '15 minutes'], ['1h', '1 hour'], ['6h', '6 hours'], ['1d', '1 day'], ['7d', '7 days'], ['30d', '30 days']];

const REFRESHES = [['auto', 'auto'], ['0', 'off'], ['5', '5 s'], ['10', '10 s'], ['30', '30 s'], ['60', '1 min']];

const LIVE_REFRESH = 5;

const VIEWS = [['functions', 'Functions', 'f'], ['objectives', 'Objectives', 's'], ['graph', 'Call graph', 'g'], ['problems', 'Problems', 'p'], ['build', 'Build', 'b']];

const CREATORS = new Map([['functions', functionsView], ['fn', functionView], ['objectives', objectivesView], ['graph', graphView],
  ['problems', problemsView], ['build', buildView]]);

/** What the views know of the page. */
const page = { application: undefined, route: current(), say };

let view;
let request;
let timer;
let source;
let lastSuccess;
let failed = false;

const range = select('range', 'Range', RANGES, (value) => settle({ range: value, from: undefined, to: undefined }));
const refresh = select('refresh', 'Refresh', REFRESHES, (value) => {
  remember('refresh', value);
  load();
});
const theme = select('theme', 'Theme', [['auto', 'auto'], ['light', 'light'], ['dark', 'dark']], (value) => {
  remember('theme', value);
  applyTheme();
});
const badge = h('span', { class: 'badge' });
const service = h('span', { class: 'service' });
const banner = h('div', { class: 'banner', role: 'alert', hidden: true });
const stale = h('div', { class: 'banner', role: 'alert', hidden: true });
const heading = h('h1', { tabindex: '-1' });
const line = h('p', { class: 'source-line' });
const main = h('main', { id: 'main' });
const status = h('p', { class: 'toast', role: 'status' });
const navigation = VIEWS.map(([name, label]) => ({ name, count: h('span', { class: 'count' }), anchor: h('a', { href: link(name) }, label) }));
const help = helpDialog();

function start() {
  applyTheme();
  document.body.replaceChildren(
    h('a', { class: 'skip', href: '#main', click: (event) => {
      event.preventDefault();
      heading.focus();
    } }, 'Skip to content'),
    h('header', null,
      h('div', { class: 'bar' }, h('p', { class: 'brand' }, logo(), h('b', null, 'Autometrics')), service, badge,
        h('div', { class: 'controls' }, range.element, refresh.element, h('button', { type: 'button', click: load, 'aria-keyshortcuts': 'r', title: 'Refresh now (r)', 'aria-label': 'Refresh now' }, '↻'),
          theme.element, h('button', { type: 'button', click: () => help.showModal(), 'aria-label': 'Keyboard shortcuts', title: 'Keyboard shortcuts (?)' }, '?'))),
      h('nav', { 'aria-label': 'Views' }, h('ul', null, navigation.map(({ anchor, count: number }) => h('li', null, (anchor.append(number), anchor)))))),
    banner, stale, main, status, help);
  main.append(h('div', { class: 'title' }, heading, line), h('div', { class: 'view' }));
  openPath();
  listen((kind) => route(kind));
  addEventListener('keydown', keys);
  document.addEventListener('visibilitychange', () => document.hidden ? pause() : load());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view?.redraw?.());
  route('start');
}

// The page is also served at the address of a function.
function openPath() {
  const root = new URL(ENDPOINT).pathname;
  if (location.pathname.startsWith(`${root}/`)) {
    const id = location.pathname.slice(root.length + 1);
    // Another address would be another place to look for the icon.
    document.querySelector('link[rel=icon]').href = new URL('icon.svg', import.meta.url).href;
    history.replaceState(null, '', `${ENDPOINT}${location.hash || `#/fn/${id}`}`);
  }
}

function route(kind) {
  const before = page.route;
  page.route = current();
  const same = view && before.view === page.route.view && before.id === page.route.id;
  const asksAnew = ['range', 'source'].some((name) => before.query.get(name) !== page.route.query.get(name));
  showNavigation();
  if (!same) {
    open(kind);
  }
  else {
    view.settle?.();
    if (asksAnew) {
      load();
    }
    else {
      replace(line, [String(Math.random())], () => sourceLine(source, lastSuccess));
    }
  }
}

async function open(kind) {
  view?.close?.();
  view = undefined;
  const place = main.lastElementChild;
  place.replaceChildren(h('p', { class: 'nothing' }, 'Loading…'));
  setText(heading, VIEWS.find(([name]) => name === page.route.view)?.[1] ?? (page.route.id === undefined ? 'Not found' : visible(page.route.id)));
  if (kind !== 'start') {
    heading.focus({ preventScroll: true });
  }
  await load();
  scrollTo(0, kind === 'back' ? scrollPosition() : 0);
}

async function load() {
  request?.abort();
  clearTimeout(timer);
  request = new AbortController();
  const { signal } = request;
  try {
    if (!page.application) {
      page.application = await get([], undefined, signal);
      showService(page.application);
    }
    view ??= create();
    const data = await view.load(signal, parameters());
    show(data);
    failed = false;
  }
  catch (failure) {
    if (failure.name === 'AbortError' || signal.aborted) {
      return;
    }
    showFailure(failure);
    failed = failure.kind === 'session';
  }
  schedule();
}

function create() {
  const creator = CREATORS.get(page.route.view);
  if (!creator || (page.route.view === 'fn' && page.route.id === undefined)) {
    throw Object.assign(new Error('There is no such view.'), { kind: 'missing' });
  }
  const created = creator(page, page.route.id);
  main.lastElementChild.replaceChildren(created.element);
  setText(heading, created.title);
  document.title = `${created.title} · ${visible(page.application.service.name)} · Autometrics`;
  return created;
}

function show(data) {
  source = data.source ?? source ?? page.application.source;
  lastSuccess = data.at ?? new Date().toISOString();
  stale.hidden = true;
  showSource();
  if (!view.element.isConnected) {
    main.lastElementChild.replaceChildren(view.element);
  }
  if (view.update(data) === true) {
    page.application = undefined;
  }
  if (data.objectives) {
    showObjectives(data.objectives.objectives ?? data.objectives);
  }
  if (data.problems) {
    setText(navigation.find(({ name }) => name === 'problems').count, data.problems.length > 0 ? ` (${data.problems.length})` : '');
  }
}

function showFailure(failure) {
  if (lastSuccess && view?.element.isConnected && failure.kind !== 'missing' && failure.kind !== 'refused') {
    replace(stale, [failure.message, lastSuccess], () => staleLine(failure, lastSuccess));
    stale.hidden = false;
    return;
  }
  main.lastElementChild.replaceChildren(failureOf(failure, load));
  if (failure.kind === 'missing') {
    setText(heading, 'Not found');
  }
}

function showService(application) {
  const { name, version, commit, branch } = application.service;
  document.title = `${visible(name)} · Autometrics`;
  service.replaceChildren(h('b', null, h('bdi', null, visible(name))),
    ...[version, commit?.slice(0, 7), branch].filter(Boolean).map((text) => h('span', null, h('bdi', null, visible(text)))));
  setText(navigation.find(({ name: view }) => view === 'problems').count, application.problems?.length > 0 ? ` (${application.problems.length})` : '');
  source ??= application.source;
  showObjectives(application.objectives);
  showSource();
}

function showObjectives(objectives) {
  const bad = targetsOf(objectives).filter(({ state }) => stateOf(state).worst < 2).length;
  setText(navigation.find(({ name }) => name === 'objectives').count, bad > 0 ? ` (${bad} !)` : '');
}

function showSource() {
  const { text, tone } = badgeOf(source);
  setText(badge, text);
  setAttribute(badge, 'data-tone', tone);
  const told = bannerOf(source, page.application?.service ?? {});
  replace(banner, [source?.prometheus, Boolean(told)], () => told);
  banner.hidden = !told;
  const live = source?.mode !== 'PROMETHEUS';
  range.options.forEach((option) => {
    option.disabled = live && option.value !== '15m';
    option.hidden = option.disabled;
  });
  range.input.value = live ? '15m' : page.route.query.get('range') ?? '1h';
  replace(line, [source, lastSuccess, location.hash], () => sourceLine(source, lastSuccess));
}

function showNavigation() {
  navigation.forEach(({ name, anchor }) => {
    setAttribute(anchor, 'href', link(name));
    const here = page.route.view === name || (name === 'functions' && page.route.view === 'fn');
    setAttribute(anchor, 'aria-current', here ? 'page' : undefined);
  });
}

// The server has a default for each, and answers with less where it has no more.
function parameters() {
  return { range: page.route.query.get('range'), source: isChosen() ? 'live' : undefined };
}

function schedule() {
  clearTimeout(timer);
  const chosen = recall('refresh') ?? 'auto';
  const seconds = chosen === 'auto' ? source?.mode === 'PROMETHEUS' ? 0 : LIVE_REFRESH : Number(chosen);
  refresh.input.value = chosen;
  if (seconds > 0 && !document.hidden && !failed) {
    timer = setTimeout(load, seconds * 1000);
  }
}

function pause() {
  clearTimeout(timer);
}

let pendingG = false;

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) {
    return;
  }
  const typing = event.target.matches?.('input, select, textarea');
  if (event.key === 'Escape' && event.target === view?.filter) {
    view.clear();
    event.target.blur();
    return;
  }
  if (typing && event.target.type !== 'checkbox') {
    return;
  }
  const target = pendingG && VIEWS.find(([, , key]) => key === event.key);
  pendingG = !pendingG && event.key === 'g';
  if (target) {
    go(link(target[0]));
  }
  else if (event.key === 'Escape') {
    view?.clear?.();
  }
  else if (event.key === '/' && view?.filter) {
    event.preventDefault();
    view.filter.focus();
    view.filter.select();
  }
  else if (event.key === 'r') {
    load();
  }
  else if (event.key === '?') {
    help.showModal();
  }
}

function helpDialog() {
  const rows = [['/', 'filter the functions'], ['Esc', 'clear the filter'], ...VIEWS.map(([, label, key]) => [`g ${key}`, label]), ['r', 'refresh'], ['?', 'this list']];
  const dialog = h('dialog', { 'aria-labelledby': 'help-title' }, h('h2', { id: 'help-title' }, 'Keyboard'),
    h('dl', { class: 'facts' }, rows.flatMap(([key, text]) => [h('dt', null, key.split(' ').flatMap((each) => [h('kbd', null, each), ' '])), h('dd', null, text)])),
    h('button', { type: 'button', class: 'primary', click: () => dialog.close() }, 'Close'));
  return dialog;
}

function select(name, label, options, changed) {
  const choices = options.map(([value, text]) => h('option', { value }, text));
  const input = h('select', { id: name, change: () => changed(input.value) }, choices);
  return { element: h('label', { class: 'control', for: name }, h('span', null, label), input), input, options: choices };
}

function logo() {
  return h('img', { src: new URL('icon.svg', import.meta.url).href, alt: '', width: 24, height: 24 });
}

let silence;

function say(text) {
  setText(status, text);
  clearTimeout(silence);
  silence = setTimeout(() => setText(status, ''), 4000);
}

function applyTheme() {
  const chosen = recall('theme') ?? 'auto';
  theme.input.value = chosen;
  setAttribute(document.documentElement, 'data-theme', chosen === 'auto' ? undefined : chosen);
  view?.redraw?.();
}

function remember(name, value) {
  try {
    localStorage.setItem(`autometrics.${name}`, value);
  }
  catch {
    // The page may be in a frame that has no storage.
  }
}

function recall(name) {
  try {
    return localStorage.getItem(`autometrics.${name}`) ?? undefined;
  }
  catch {
    return undefined;
  }
}

start();
