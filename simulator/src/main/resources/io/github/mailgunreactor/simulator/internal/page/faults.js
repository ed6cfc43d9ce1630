// Faults: which requests go wrong, and how.
import {chip, element, field, form, replaceChildren, section, select} from './elements.js';
import {attempt, get, post, remove} from './control.js';

const KINDS = [
  ['status', 'Refuse it with a status'],
  ['delay', 'Let it wait'],
  ['drop_connection', 'Close the connection before anything happens'],
  ['lose_response', 'Do it, then close the connection'],
  ['truncate_body', 'Send half of the answer, then close the connection'],
];

export function openFaults(root) {
  const rows = element('ul.rows.plain');
  const operations = element('datalist', {id: 'operations'});
  const kind = select('kind', KINDS, 'status');
  const status = field('Status', element('input', {name: 'status', type: 'number', min: 200, max: 599, value: 503}));
  const delay = field('Milliseconds', element('input', {name: 'delay_ms', type: 'number', min: 0, max: 600000, value: 1000}));
  kind.addEventListener('change', suit);
  suit();

  function suit() {
    status.hidden = kind.value !== 'status';
    delay.hidden = kind.value !== 'delay';
  }

  root.append(element('div.view', {},
    element('div.bar', {}, element('h1', {}, 'Faults'),
      element('button.quiet', {type: 'button', onclick: () => attempt(() => remove('faults'))}, 'Remove all')),
    element('div.body', {},
      section('Waiting for requests', element('div.card', {}, rows)),
      section('Another one', form(set,
        element('div.row.end', {},
          element('label.field.grow', {}, 'Operation', element('input', {name: 'operation', list: 'operations', placeholder: 'Any, or such as GET /v3/{domain}/bounces'})),
          element('label.field.grow', {}, 'What goes wrong', kind), status, delay),
        element('div.row.end', {},
          field('How often', element('input', {name: 'times', type: 'number', min: 1, placeholder: 'always'})),
          field('After so many', element('input', {name: 'after', type: 'number', min: 0, placeholder: '0'})),
          field('Probability', element('input', {name: 'probability', type: 'number', min: 0.01, max: 1, step: 0.01, placeholder: '1'})),
          element('button.main', {type: 'submit'}, 'Set fault')),
        operations)))));
  attempt(async () => operations.replaceChildren(...(await get('operations')).items.map((value) => element('option', {value}))));

  async function refresh() {
    const faults = (await get('faults')).items;
    replaceChildren(rows, faults.length ? faults.map(row) : [element('li.muted', {}, element('span', {}, 'None. Every request gets what it deserves.'))]);
  }

  return {topics: ['state', 'requests'], refresh};
}

function set(values) {
  const fault = {};
  for (const name of ['operation', 'times', 'after', 'probability']) if (values[name]) fault[name] = values[name];
  if (values.kind === 'status') fault.status = Number(values.status);
  else if (values.kind === 'delay') fault.delay_ms = Number(values.delay_ms);
  else fault[values.kind] = true;
  attempt(() => post('faults', fault));
}

function row(fault) {
  return element('li', {},
    element('span.mono', {}, fault.operation === 'any' ? 'any operation' : fault.operation),
    fault.status ? chip(fault.status, 'bad') : null,
    fault.delay_ms ? chip(`${fault.delay_ms} ms`, 'warn') : null,
    ['drop_connection', 'lose_response', 'truncate_body'].filter((name) => fault[name]).map((name) => chip(name.replace('_', ' '), 'bad')),
    fault.probability < 1 ? chip(`${Math.round(fault.probability * 100)} %`) : null,
    element('span.muted', {}, `met ${fault.hits}${fault.times ? ` of ${fault.times}` : ''}${fault.hits === 1 && !fault.times ? ' time' : ' times'}`));
}
