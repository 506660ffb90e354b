/*
 * How values look. What is not known is a dash, never a zero.
 */

export const UNKNOWN = '–';

const SPACE = '\u00a0';

const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const integers = new Intl.NumberFormat();

const digits = [0, 1, 2].map((count) =>
  new Intl.NumberFormat(undefined, { minimumFractionDigits: count, maximumFractionDigits: count }));

const significant = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 2 });

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

const shortClock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const calendar = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });

const moment = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric',
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export function isKnown(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Shows characters that cannot be seen, or that turn the direction of writing, as codes. */
export function visible(text) {
  return String(text ?? '').replace(INVISIBLE, (character) =>
    `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

function decimal(value) {
  const size = Math.abs(value);
  if (size > 0 && size < 0.1) {
    return significant.format(value);
  }
  return digits[size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2].format(value);
}

export function count(value) {
  return isKnown(value) ? integers.format(Math.round(value)) : UNKNOWN;
}

/** A number of calls per second, without its unit. */
export function rate(value) {
  return !isKnown(value) ? UNKNOWN : value === 0 ? '0' : decimal(value);
}

export function perSecond(value) {
  return isKnown(value) ? `${rate(value)}/s` : UNKNOWN;
}

/** A share from 0 to 1. */
export function percent(ratio) {
  if (!isKnown(ratio)) {
    return UNKNOWN;
  }
  const value = ratio * 100;
  if (value !== 0 && Math.abs(value) < 0.01) {
    return `<${digits[2].format(0.01)}${SPACE}%`;
  }
  return `${Number.isInteger(value) ? integers.format(value) : decimal(value)}${SPACE}%`;
}

/** A target in percent, with all the digits that it was given. */
export function target(value) {
  return isKnown(value) ? `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 }).format(value)}${SPACE}%` : UNKNOWN;
}

/** A share that may be close to a target; rounded down, so that 100 % are all. */
export function share(ratio) {
  if (!isKnown(ratio)) {
    return UNKNOWN;
  }
  const value = ratio * 100;
  const format = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3, roundingMode: 'floor' });
  return `${format.format(Number(value.toFixed(9)))}${SPACE}%`;
}

export function duration(seconds) {
  if (!isKnown(seconds)) {
    return UNKNOWN;
  }
  if (seconds === 0) {
    return '0';
  }
  const [value, unit] = seconds < 0.001 ? [seconds * 1e6, 'µs'] : seconds < 1 ? [seconds * 1000, 'ms']
    : seconds < 120 ? [seconds, 's'] : [seconds / 60, 'min'];
  const whole = value >= 9.95 || Number.isInteger(value);
  return `${digits[whole ? 0 : unit === 's' || unit === 'min' ? 2 : 1].format(value)}${SPACE}${unit}`;
}

/** A length of time in the largest unit that divides it: 15 min, 1 h, 30 d. */
export function span(seconds) {
  if (!isKnown(seconds)) {
    return UNKNOWN;
  }
  const [size, unit] = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']].find(([each]) => seconds >= each && seconds % each === 0) ?? [1, 's'];
  return `${integers.format(seconds / size)}${SPACE}${unit}`;
}

export function timeOf(value) {
  const date = dateOf(value);
  return date ? clock.format(date) : UNKNOWN;
}

export function momentOf(value) {
  const date = dateOf(value);
  return date ? moment.format(date) : UNKNOWN;
}

function dateOf(value) {
  const date = typeof value === 'number' ? new Date(value * 1000) : new Date(value ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The labels of an axis of times that are so many seconds apart. */
export function axisTimes(seconds, step) {
  const format = step < 60 ? clock : step < 86400 ? shortClock : calendar;
  return seconds.map((second, index) => {
    const date = new Date(second * 1000);
    const previous = index > 0 ? new Date(seconds[index - 1] * 1000) : undefined;
    const newDay = previous && previous.getDate() !== date.getDate() && format !== calendar;
    return newDay ? `${calendar.format(date)}\n${format.format(date)}` : format.format(date);
  });
}

/** The last part of the name of a class. */
export function simpleName(module) {
  return module.slice(module.lastIndexOf('.') + 1) || module;
}
