/*
 * The view of who calls whom, as a drawing and as a table.
 */

import { get } from './api.js';
import { h, replace, setText, svg } from './dom.js';
import { duration, percent, perSecond, rate, simpleName, visible } from './format.js';
import { layout } from './layout.js';
import { here, link, settle } from './router.js';
import { ordered, table } from './table.js';

const ENTRY = '';

const MOST = 120;

const SMALL = 25;

const BOX = { width: 208, height: 54, gapX: 116, gapY: 22 };

/** Creates the view. */
export function graphView(page) {
  let graph;
  const focus = h('select', { id: 'focus', change: () => settle({ focus: focus.value || undefined }) });
  const hops = choice('hops', 'Hops', [['1', '1'], ['2', '2'], ['all', 'all']]);
  const shows = choice('show', 'On the edges', [['rate', 'rate'], ['errors', 'errors']]);
  const summary = h('p', { class: 'summary', role: 'status' });
  const drawing = h('div', { class: 'drawing card', role: 'region', 'aria-label': 'Drawing of the call graph', tabindex: '0' });
  const nothing = h('p', { class: 'nothing' });
  const open = h('span');
  const rows = table({ caption: 'Edges of the call graph', key: (row) => `${row.from} ${row.to}`, columns: [
    { key: 'from', label: 'Caller', className: 'name', cell: (row) => nameCell(row.caller) },
    { key: 'to', label: 'Function', className: 'name', cell: (row) => nameCell(row.callee) },
    { key: 'rate', label: 'Calls/s', numeric: true, cell: (row) => rate(row.requestRate) },
    { key: 'errors', label: 'Errors', numeric: true, cell: (row) => ({ text: percent(row.errorRatio), tone: row.errorRatio > 0 ? 'bad' : undefined }) }] });
  const element = h('div', null,
    h('div', { class: 'toolbar' }, h('label', { class: 'field', for: 'focus' }, 'Focus'), focus, hops.element, shows.element, open, summary),
    drawing, nothing, h('section', { class: 'card table-card' }, h('h2', null, 'Edges as a table'), rows.element));

  function show() {
    if (!graph) {
      return;
    }
    const query = page.route.query;
    const chosen = chosenFocus(query.get('focus'));
    const distance = query.get('hops') ?? (graph.nodes.size <= SMALL ? 'all' : '2');
    const labels = query.get('show') ?? 'rate';
    const part = partOf(graph, chosen, distance);
    replace(focus, graph.options, () => [h('option', { value: '' }, 'busiest function'), ...graph.options.map(([id, name]) => h('option', { value: id }, name))]);
    focus.value = query.get('focus') ?? '';
    hops.show(distance);
    shows.show(labels);
    const node = graph.nodes.get(chosen);
    replace(open, chosen ?? null, () => node && node.id !== ENTRY ? h('a', { href: link('fn', node.id) }, `Open ${visible(node.function)}`) : null);
    setText(summary, `${part.nodes.length} of ${graph.nodes.size} functions, ${part.edges.length} of ${graph.edges.length} edges`
      + (part.cut ? `; the busiest ${MOST} are drawn` : ''));
    setText(nothing, graph.edges.length === 0 ? 'No calls in this time.' : '');
    drawing.hidden = graph.edges.length === 0;
    rows.element.parentElement.hidden = graph.edges.length === 0;
    draw(part, chosen, labels);
    rows.update(ordered(part.edges, (edge) => edge.requestRate, true, () => 0));
  }

  function chosenFocus(id) {
    if (id && graph.nodes.has(id)) {
      return id;
    }
    return graph.options.length > 0 ? [...graph.nodes.values()].filter((node) => node.id !== ENTRY)
      .reduce((most, node) => (node.requestRate ?? 0) > (most.requestRate ?? 0) ? node : most).id : undefined;
  }

  function draw(part, chosen, labels) {
    const signature = [part.nodes.map(({ id }) => id), part.edges.map(({ from, to }) => [from, to]), chosen];
    const sameShape = drawing.shape === JSON.stringify(signature);
    const focused = drawing.contains(document.activeElement) ? document.activeElement.getAttribute('href') : undefined;
    const [left, top] = [drawing.scrollLeft, drawing.scrollTop];
    const picture = picturesOf(part, chosen, labels);
    drawing.replaceChildren(picture.element);
    drawing.shape = JSON.stringify(signature);
    if (sameShape) {
      drawing.scrollTo(left, top);
    }
    else if (picture.centre) {
      drawing.scrollTo(picture.centre.x - drawing.clientWidth / 2, picture.centre.y - drawing.clientHeight / 2);
    }
    if (focused) {
      [...drawing.querySelectorAll('a')].find((anchor) => anchor.getAttribute('href') === focused)?.focus({ preventScroll: true });
    }
  }

  return { title: 'Call graph', element, settle: show,
    async load(signal, parameters) {
      return get(['graph'], parameters, signal);
    },
    update(answer) {
      graph = graphOf(answer);
      show();
    } };
}

function graphOf(answer) {
  const nodes = new Map(answer.nodes.map((node) => [node.id, node]));
  const edges = answer.edges.map((edge) => ({ ...edge, from: edge.from ?? ENTRY }));
  if (edges.some((edge) => edge.from === ENTRY)) {
    nodes.set(ENTRY, { id: ENTRY, function: 'entry point', module: '' });
  }
  edges.flatMap(({ from, to }) => [from, to]).filter((id) => !nodes.has(id)).forEach((id) => nodes.set(id, { id, function: id, module: '' }));
  edges.forEach((edge) => Object.assign(edge, { caller: nodes.get(edge.from), callee: nodes.get(edge.to) }));
  const options = [...nodes.values()].filter(({ id }) => id !== ENTRY)
    .map((node) => [node.id, visible(`${simpleName(node.module)}.${node.function}`).slice(0, 80)]).sort((one, other) => one[1].localeCompare(other[1]));
  return { nodes, edges, options };
}

// What is near the focus, and not more than can be read.
function partOf(graph, focus, hops) {
  let ids = new Set(hops === 'all' ? graph.edges.flatMap(({ from, to }) => [from, to]) : [focus]);
  if (hops !== 'all') {
    for (const direction of [['from', 'to'], ['to', 'from']]) {
      let border = [focus];
      for (let hop = 0; hop < Number(hops); hop++) {
        border = graph.edges.filter((edge) => border.includes(edge[direction[0]])).map((edge) => edge[direction[1]]).filter((id) => id !== ENTRY || direction[1] === 'from');
        border.forEach((id) => ids.add(id));
      }
    }
  }
  ids = new Set([...ids].filter((id) => graph.nodes.has(id)));
  const cut = ids.size > MOST;
  const nodes = [...ids].map((id) => graph.nodes.get(id))
    .sort((one, other) => (other.id === focus) - (one.id === focus) || (other.requestRate ?? 0) - (one.requestRate ?? 0)).slice(0, MOST);
  const kept = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: graph.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)), cut };
}

function nameCell(node) {
  return node.id === ENTRY ? { text: 'entry point', sub: 'no measured caller' }
    : { text: visible(node.function), sub: visible(node.module), href: link('fn', node.id), title: visible(node.id) };
}

function picturesOf({ nodes, edges }, focus, labels) {
  const plan = layout(nodes.map(({ id }) => id), edges, BOX);
  const most = Math.max(0, ...edges.map(({ requestRate }) => requestRate ?? 0));
  const lines = plan.edges.map(({ edge, points }) => edgeOf(edge, points, plan.centres, most, labels));
  const element = svg('svg', { width: plan.width + 24, height: plan.height + 44, viewBox: `-12 -30 ${plan.width + 24} ${plan.height + 44}`, class: 'graph' },
    svg('defs', null, marker('arrow'), marker('arrow-bad')), lines.map(({ line }) => line),
    nodes.map((node) => nodeOf(node, plan.centres.get(node.id), node.id === focus)), lines.map(({ text }) => text));
  element.style.minWidth = `${0.75 * plan.width}px`;
  const centre = plan.centres.get(focus);
  return { element, centre: centre && { x: centre.x + 12, y: centre.y + 30 } };
}

function marker(id) {
  return svg('marker', { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' },
    svg('path', { d: 'M0 0 8 4 0 8z' }));
}

function edgeOf(edge, points, centres, most, labels) {
  const bad = edge.errorRatio > 0;
  const half = BOX.width / 2;
  let path;
  let middle;
  if (points.length === 0) {
    const { x, y } = centres.get(edge.from);
    path = `M${x - 24} ${y - 27}c0 -26 48 -26 48 0`;
    middle = { x, y: y - 36 };
  }
  else {
    const forward = points.at(-1).x > points[0].x ? 1 : -1;
    const ends = [{ x: points[0].x + half * forward, y: points[0].y }, ...points.slice(1, -1).flatMap((point) =>
      [{ x: point.x - half * forward * 0.6, y: point.y }, { x: point.x + half * forward * 0.6, y: point.y }]), { x: points.at(-1).x - half * forward, y: points.at(-1).y }];
    path = `M${ends[0].x} ${ends[0].y}` + ends.slice(1).map((end, index) => {
      const bend = (end.x - ends[index].x) / 2;
      return `C${ends[index].x + bend} ${ends[index].y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
    }).join('');
    const [last, before] = [ends.at(-1), ends.at(-2)];
    middle = { x: last.x * 0.55 + before.x * 0.45, y: last.y * 0.6 + before.y * 0.4 - 5 };
  }
  const width = 1 + 3 * Math.sqrt((edge.requestRate ?? 0) / (most || 1));
  const label = labels === 'errors' ? percent(edge.errorRatio) : perSecond(edge.requestRate);
  return { line: svg('path', { class: bad ? 'edge bad' : 'edge', d: path, 'stroke-width': width.toFixed(1), 'marker-end': `url(#${bad ? 'arrow-bad' : 'arrow'})` }),
    text: svg('text', { class: bad ? 'label bad' : 'label', x: middle.x, y: middle.y, 'text-anchor': 'middle' }, `${label}${bad && labels !== 'errors' ? ' !' : ''}`) };
}

function nodeOf(node, { x, y }, focused) {
  const entry = node.id === ENTRY;
  const corner = { x: x - BOX.width / 2, y: y - BOX.height / 2 };
  const figures = entry ? 'no measured caller' : `${perSecond(node.requestRate)} · p95 ${duration(node.p95)}`;
  const content = [
    svg('title', null, entry ? 'Calls without a measured caller' : `${visible(node.module)}.${visible(node.function)}`),
    svg('rect', { ...corner, width: BOX.width, height: BOX.height, rx: 8 }),
    svg('text', { class: 'name', x: corner.x + 12, y: y - 10 }, short(visible(node.function), 26)),
    svg('text', { class: 'sub', x: corner.x + 12, y: y + 5 }, short(visible(simpleName(node.module ?? '')), 32)),
    svg('text', { class: 'sub', x: corner.x + 12, y: y + 20 }, figures)];
  const kind = `node${focused ? ' focused' : ''}${node.errorRatio > 0 ? ' bad' : ''}${entry ? ' entry' : ''}`;
  return entry ? svg('g', { class: kind }, content) : svg('a', { class: kind, href: focused ? link('fn', node.id) : here({ focus: node.id }) }, content);
}

function short(text, length) {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}

function choice(name, label, options) {
  const buttons = options.map(([value, text]) => h('button', { type: 'button', click: () => settle({ [name]: value }) }, text));
  return { element: h('div', { class: 'choice', role: 'group', 'aria-label': label }, h('span', { 'aria-hidden': 'true' }, label), buttons),
    show: (value) => buttons.forEach((button, index) => button.setAttribute('aria-pressed', options[index][0] === value)) };
}
