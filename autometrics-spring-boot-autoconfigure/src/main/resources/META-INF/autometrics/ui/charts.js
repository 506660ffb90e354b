/*
 * Charts over time, drawn by uPlot. Charts of one group share their crosshair, their
 * range of time and what is marked in it.
 */

import { h, replace, setAttribute } from './dom.js';
import { axisTimes, timeOf, momentOf, visible } from './format.js';

const HEIGHT = 190;

const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

const probe = h('span', { class: 'probe', 'aria-hidden': 'true' });

// A canvas knows no variables, and a variable may be another one in the dark.
function color(name) {
  probe.isConnected || document.body.append(probe);
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** Creates a group of charts. `zoom` is told the range that a reader has chosen. */
export function chartGroup(definitions, zoom) {
  const state = { time: [], columns: {}, from: 0, to: 1, marks: [] };
  const charts = definitions.map((definition) => chart(definition, state, zoom));
  const element = h('div', { class: 'charts' }, charts.map((each) => each.element));
  return { element,
    update(next) {
      Object.assign(state, next);
      charts.forEach((each) => each.update());
    },
    redraw: () => charts.forEach((each) => each.redraw()),
    close: () => charts.forEach((each) => each.close()) };
}

function chart(definition, state, zoom) {
  const legend = h('p', { class: 'legend' });
  const box = h('div', { class: 'plot', role: 'img', 'aria-label': definition.title });
  const nothing = h('p', { class: 'nothing' }, 'No calls in this time.');
  const element = h('figure', { class: 'chart card' },
    h('figcaption', null, h('h3', null, definition.title), legend), box, nothing);
  let plot;
  let lines = [];

  const resize = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (plot && width > 0 && width !== plot.width) {
      plot.setSize({ width, height: HEIGHT });
    }
  });
  resize.observe(box);

  function data() {
    return [state.time, ...definition.series.map(({ key }) => state.columns[key] ?? state.time.map(() => null))];
  }

  function create() {
    plot?.destroy();
    plot = new uPlot(options(), data(), box);
  }

  function update() {
    lines = definition.lines?.() ?? [];
    const values = data();
    const empty = !values.slice(1).some((column) => column.some((value) => value !== null && value !== undefined));
    element.classList.toggle('empty', empty);
    if (plot) {
      plot.setData(values);
    }
    else if (box.clientWidth > 0) {
      create();
    }
    showLegend(null);
    describe(values, empty);
  }

  function describe(values, empty) {
    const latest = definition.series.map(({ label }, index) =>
      `${label} ${definition.format(values[index + 1].findLast((value) => value !== null && value !== undefined))}`);
    const targets = lines.map((line) => `${line.label} ${definition.format(line.value)}`);
    setAttribute(box, 'aria-label', `${definition.title}: ${empty ? 'no calls in this time' : [...latest, ...targets].join(', ')}`);
  }

  function showLegend(index) {
    const values = data();
    const at = index === null || index === undefined ? undefined : state.time[index];
    const items = definition.series.map(({ key, label }, position) => {
      const column = values[position + 1];
      const value = at === undefined ? column.findLast((each) => each !== null && each !== undefined) : column[index];
      return [key, label, definition.format(value)];
    });
    replace(legend, [items, at, lines], () => [
      ...items.map(([key, label, value]) => h('span', { class: `key ${key}` }, `${label} `, h('b', null, value))),
      ...lines.map((line) => h('span', { class: 'key target' }, `${line.label} `, h('b', null, definition.format(line.value)))),
      h('span', { class: 'at' }, at === undefined ? 'latest' : timeOf(at))]);
  }

  function options() {
    const text = color('--muted');
    const axis = { stroke: text, grid: { stroke: color('--grid'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
    return { width: Math.floor(box.clientWidth), height: HEIGHT, padding: [14, 10, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: 'function' }, drag: { x: true, y: false, setScale: false }, points: { size: 7 },
        bind: { dblclick: () => () => zoom(undefined) } },
      scales: { x: { range: () => [state.from, state.to] }, y: { range: (self, least, most) => [0, highest(most)] } },
      axes: [
        { ...axis, space: 64, size: 36, values: (self, splits, which, space, step) => axisTimes(splits, step) },
        { ...axis, size: 62, gap: 6, incrs: definition.whole ? WHOLE : undefined, values: (self, splits) => splits.map((value) => definition.axis(value)) }],
      series: [{}, ...definition.series.map((series) => ({ stroke: color(`--${series.key}`), width: 2,
        fill: series.fill ? color(`--${series.key}-fill`) : undefined, spanGaps: false, points: { size: 4 } }))],
      hooks: { draw: [drawMarks], setCursor: [(self) => showLegend(self.cursor.left >= 0 ? self.cursor.idx : null)], setSelect: [select] } };
  }

  function highest(most) {
    const value = most > 0 ? most : definition.least ?? 1;
    return lines.reduce((top, line) => line.value <= value * 6 ? Math.max(top, line.value * 1.15) : top, value * 1.12);
  }

  function select(self) {
    const { left, width } = self.select;
    if (width < 6) {
      return;
    }
    const from = Math.round(self.posToVal(left, 'x'));
    const to = Math.round(self.posToVal(left + width, 'x'));
    self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    if (to > from) {
      zoom({ from, to });
    }
  }

  function drawMarks(self) {
    const { ctx, bbox } = self;
    const scale = devicePixelRatio || 1;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top - 14 * scale, bbox.width, bbox.height + 14 * scale);
    ctx.clip();
    ctx.font = `${11 * scale}px system-ui, sans-serif`;
    ctx.lineWidth = scale * 1.5;
    for (const line of lines) {
      const y = Math.round(self.valToPos(line.value, 'y', true));
      if (y >= bbox.top - 1) {
        stroke(ctx, [bbox.left, y, bbox.left + bbox.width, y], color('--target'), [6 * scale, 4 * scale]);
      }
    }
    for (const mark of state.marks) {
      const x = Math.round(self.valToPos(mark.at, 'x', true));
      const paint = color(mark.kind === 'deploy' ? '--deploy' : '--muted');
      stroke(ctx, [x, bbox.top, x, bbox.top + bbox.height], paint, [3 * scale, 3 * scale]);
      ctx.fillStyle = paint;
      const label = visible(mark.label).slice(0, 24);
      const fits = x + ctx.measureText(label).width + 6 * scale < bbox.left + bbox.width;
      ctx.textAlign = fits ? 'left' : 'right';
      ctx.fillText(label, x + (fits ? 3 : -3) * scale, bbox.top - 3 * scale);
    }
    ctx.restore();
  }

  return { element, update, close() {
    resize.disconnect();
    plot?.destroy();
  }, redraw: () => plot && create() };
}

function stroke(ctx, [fromX, fromY, toX, toY], paint, dash) {
  ctx.strokeStyle = paint;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}

/** The marks of deploys and of restarts. */
export function marksOf(series) {
  const deploys = (series.deploys ?? []).map((deploy) => ({ kind: 'deploy', at: Date.parse(deploy.at) / 1000,
    label: deploy.version || deploy.commit?.slice(0, 7) || 'deploy', text: [deploy.version, deploy.commit].filter(Boolean).join(' · ') }));
  const resets = (series.resets ?? []).map((at) => ({ kind: 'reset', at,
    label: deploys.some((deploy) => Math.abs(deploy.at - at) < 3 * series.stepSeconds) ? '' : 'restart' }));
  return [...deploys, ...resets].filter(({ at }) => Number.isFinite(at));
}

/** A sentence for every mark, for those who do not see the chart. */
export function markSentences(marks) {
  return marks.map((mark) => `${momentOf(mark.at)}: ${mark.kind === 'deploy' ? `version ${visible(mark.text || 'unknown')} started` : 'counters started again'}`);
}
