/*
 * Tables that are kept from one refresh to the next: rows and cells change in place, so
 * that neither focus nor selection is lost.
 */

import { h, setAttribute, setText, svg } from './dom.js';

/**
 * Creates a table.
 *
 * A column has `key`, `label`, and `cell`, a function of the row that returns a text or
 * an object: `text`, `sub` (a second line), `href`, `title`, `tone`, `meter` (0 to 1),
 * `trend` (percents), `icon`. It may have `numeric`, `sort` and `low` (left out on small
 * screens). A row with `group` is a heading.
 */
export function table({ caption, columns, key, sort, className }) {
  const head = columns.map((column) => header(column, sort));
  const body = h('tbody');
  const rows = new Map();
  const element = h('div', { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' },
    h('table', { class: className }, h('caption', { class: 'hidden' }, caption),
      h('thead', null, h('tr', null, head.map(({ cell }) => cell))), body));

  function update(values, sorted) {
    head.forEach(({ show }) => show(sorted));
    const focused = document.activeElement;
    const wanted = values.map((value) => {
      const name = value.group === undefined ? `r${key(value)}` : `g${value.group}`;
      const row = rows.get(name) ?? create(value);
      rows.set(name, row);
      row.update(value);
      return row.element;
    });
    arrange(body, wanted);
    const kept = new Set(wanted);
    rows.forEach((row, name) => kept.has(row.element) || rows.delete(name));
    if (focused !== document.activeElement && body.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
    watchWidth(element);
  }

  function create(value) {
    return value.group === undefined ? dataRow(columns) : groupRow(columns.length);
  }

  return { element, update };
}

// A region that can be scrolled can be reached by keyboard; one that cannot is no stop.
function watchWidth(element) {
  requestAnimationFrame(() => setAttribute(element, 'tabindex', element.scrollWidth > element.clientWidth ? '0' : undefined));
}

function header(column, sort) {
  const classes = [column.numeric && 'number', column.low && 'low', column.className].filter(Boolean).join(' ');
  if (!sort || !column.sort) {
    return { cell: h('th', { scope: 'col', class: classes }, column.label), show() {} };
  }
  const arrow = h('span', { 'aria-hidden': 'true', class: 'arrow' });
  const cell = h('th', { scope: 'col', class: classes }, h('button', { type: 'button', click: () => sort(column) }, column.label, arrow));
  return { cell, show(sorted) {
    const direction = sorted?.key === column.key ? sorted.descending ? 'descending' : 'ascending' : undefined;
    setAttribute(cell, 'aria-sort', direction);
    setText(arrow, { descending: ' ▾', ascending: ' ▴' }[direction] ?? '');
  } };
}

function groupRow(width) {
  const text = h('bdi');
  const element = h('tr', { class: 'group' }, h('th', { colspan: width, scope: 'colgroup' }, text));
  return { element, update: (value) => setText(text, value.title) };
}

function dataRow(columns) {
  const cells = columns.map((column, index) => h(index === 0 ? 'th' : 'td', { scope: index === 0 ? 'row' : undefined,
    class: [column.numeric && 'number', column.low && 'low', column.className].filter(Boolean).join(' ') || undefined }));
  const element = h('tr', null, cells);
  return { element, update(value) {
    columns.forEach((column, index) => fill(cells[index], column.cell(value)));
    setAttribute(element, 'class', value.className);
  } };
}

function fill(cell, content) {
  const value = typeof content === 'string' ? { text: content } : content;
  const signature = JSON.stringify(value);
  if (cell.signature === signature) {
    return;
  }
  cell.signature = signature;
  const anchor = cell.querySelector('a');
  if (anchor && value.href) {
    setAttribute(anchor, 'href', value.href);
    setText(anchor.querySelector('bdi'), value.text);
    setAttribute(anchor, 'title', value.title);
  }
  else {
    cell.replaceChildren(...render(value));
  }
  setAttribute(cell, 'data-tone', value.tone);
}

function render(value) {
  if (value.trend) {
    return [sparkline(value.trend)];
  }
  const text = h('bdi', value.href || value.sub === undefined ? null : { title: value.title, class: 'clamp' }, value.text);
  return [
    value.meter === undefined ? null : meter(value.meter),
    value.icon ? h('span', { 'aria-hidden': 'true', class: 'icon' }, `${value.icon} `) : null,
    value.href ? h('a', { href: value.href, title: value.title, class: 'clamp' }, text) : text,
    value.sub === undefined ? null : h('span', { class: 'sub' }, h('bdi', null, value.sub)),
  ].filter(Boolean);
}

/** A bar; its value is written beside it. */
export function meter(ratio) {
  const width = Math.max(0, Math.min(1, ratio)) * 60;
  return svg('svg', { class: 'meter', viewBox: '0 0 60 8', width: 60, height: 8, 'aria-hidden': 'true' },
    svg('rect', { class: 'track', width: 60, height: 8, rx: 4 }),
    width > 0 ? svg('rect', { class: 'value', width: Math.max(width, 3), height: 8, rx: 4 }) : null);
}

/** A line of values in percent; null is a gap. */
export function sparkline(values) {
  const step = 76 / Math.max(values.length - 1, 1);
  let pen = 'M';
  let path = '';
  values.forEach((value, index) => {
    if (value === null || value === undefined) {
      pen = 'M';
      return;
    }
    const alone = pen === 'M' && (values[index + 1] === null || values[index + 1] === undefined);
    path += `${pen}${(2 + index * step).toFixed(1)} ${(20 - value * 0.18).toFixed(1)}${alone ? 'h1' : ''}`;
    pen = 'L';
  });
  return svg('svg', { class: 'spark', viewBox: '0 0 80 22', width: 80, height: 22, 'aria-hidden': 'true' },
    path ? svg('path', { d: path }) : null);
}

function arrange(parent, wanted) {
  let next = parent.firstChild;
  for (const child of wanted) {
    if (child === next) {
      next = next.nextSibling;
    }
    else {
      parent.insertBefore(child, next);
    }
  }
  while (next) {
    const rest = next.nextSibling;
    next.remove();
    next = rest;
  }
}

/** Orders rows by a value of each; what has none comes last, whatever the direction. */
export function ordered(rows, value, descending, tie) {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: value(row) ?? undefined }));
  keyed.sort((one, other) => {
    if (one.value === undefined || other.value === undefined) {
      return (one.value === undefined) - (other.value === undefined) || tie(one.row, other.row);
    }
    const order = typeof one.value === 'string' ? one.value.localeCompare(other.value) : one.value - other.value;
    return sign * order || tie(one.row, other.row);
  });
  return keyed.map(({ row }) => row);
}
