// Elements and what they show. Everything from outside goes in as text, never as HTML.

/** An element: element('a.row', {href: '#/x'}, 'text', another). Properties that begin with "on" are listeners. */
export function element(tagAndClasses, properties = {}, ...children) {
  const [tag, ...classes] = tagAndClasses.split('.');
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(' ');
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Puts other children into an element; what had the focus keeps it, and what was open stays open. */
export function replaceChildren(parent, children) {
  const focused = parent.contains(document.activeElement) ? keyOf(document.activeElement) : null;
  const open = new Set([...parent.querySelectorAll('details[open]')].map((each) => each.dataset.key));
  const kept = new Map([...parent.children].map((child) => [child.dataset.same, child]));
  parent.replaceChildren(...children.map((child) => kept.get(child.dataset?.same || '-') || child));
  for (const each of parent.querySelectorAll('details')) if (open.has(each.dataset.key)) each.open = true;
  if (focused) parent.querySelector(`[data-key="${CSS.escape(focused)}"] summary, a[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function keyOf(focused) {
  return focused.closest('[data-key]')?.dataset.key;
}

const TONES = {
  accepted: 'info', delivered: 'good', opened: 'accent', clicked: 'accent', stored: 'info',
  failed: 'bad', permanent_fail: 'bad', temporary_fail: 'warn', rejected: 'bad', complained: 'bad', unsubscribed: 'warn',
  active: 'good', valid: 'good', unverified: 'warn', unknown: 'warn', disabled: 'bad',
};

/** A word in the colour of what it means. */
export function chip(word, tone = TONES[word] || '') {
  return element(tone ? `span.chip.${tone}` : 'span.chip', {}, String(word));
}

export function statusChip(status) {
  const tone = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  return chip(status === 0 ? 'none' : status, tone);
}

/** When something happened: the time of today, else the date. */
export function time(value) {
  const date = new Date(typeof value === 'number' ? value * 1000 : value);
  const today = date.toDateString() === new Date().toDateString();
  const short = today
    ? date.toLocaleTimeString([], {hour12: false})
    : date.toLocaleDateString([], {day: 'numeric', month: 'short', year: '2-digit'});
  return element('time', {datetime: date.toISOString(), title: date.toLocaleString()}, short);
}

export function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Names and values. A value that is a list is shown line by line. */
export function pairs(object) {
  const entries = Object.entries(object || {});
  if (!entries.length) return element('p.muted', {}, 'None.');
  return element('dl.pairs', {}, entries.flatMap(([name, value]) => [
    element('dt', {}, name),
    element('dd', {}, ...[value].flat().flatMap((each, at) => [at ? element('br') : null,
      typeof each === 'object' && each !== null ? JSON.stringify(each) : String(each)])),
  ]));
}

/** A body: JSON is indented, anything else stays as it is. */
export function body(text) {
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON.
  }
  return element('pre.block', {tabindex: 0}, shown);
}

export function section(title, ...children) {
  return element('section.panel', {}, element('h3', {}, title), ...children);
}

/** A command to copy. */
export function command(text) {
  const copy = element('button', {type: 'button', onclick: async () => {
    await navigator.clipboard?.writeText(text);
    copy.textContent = 'Copied';
    setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
  }}, 'Copy');
  return element('div.command', {}, element('pre', {}, text), copy);
}

export function empty(title, text, ...more) {
  return element('div.empty', {}, element('h2', {}, title), element('p', {}, text), ...more);
}

/** A field of a form with its label. */
export function field(label, control) {
  return element('label.field', {}, label, control);
}

export function select(name, options, chosen) {
  return element('select', {name}, options.map(([value, label]) =>
    element('option', {value, selected: value === chosen}, label)));
}

/** Calls back when typing has paused. */
export function search(label, placeholder, changed) {
  let waiting;
  return element('input.search', {type: 'search', placeholder, 'aria-label': label, autocomplete: 'off', spellcheck: 'false',
    oninput: (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => changed(event.target.value.trim()), 150);
    }});
}

/** A form that is handed over as an object of its filled fields. */
export function form(submit, ...children) {
  return element('form.card.panel', {autocomplete: 'off', onsubmit: (event) => {
    event.preventDefault();
    const values = {};
    for (const [name, value] of new FormData(event.target)) if (value !== '') values[name] = value;
    submit(values, event.target);
  }}, ...children);
}
