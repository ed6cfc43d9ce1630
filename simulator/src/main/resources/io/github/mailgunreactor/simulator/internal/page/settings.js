// Time, delivery, seeds, reset.
import {element, form, section} from './elements.js';
import {attempt, get, post, put} from './control.js';

const STEPS = [[60, '1 minute'], [3600, '1 hour'], [86400, '1 day'], [604800, '1 week']];

export function openSettings(root) {
  const now = element('time.number');
  const deliver = element('input', {type: 'checkbox', onchange: () => attempt(() => put('settings', {deliver_at_once: deliver.checked}))});
  const seeds = element('textarea', {name: 'json', rows: 6, spellcheck: 'false', 'aria-label': 'Seeds as JSON'},
    '{"domains": [{"name": "example.com"}],\n "suppressions": [{"domain": "example.com", "list": "bounces",\n                   "address": "gone@example.org"}]}');
  root.append(element('div.view', {},
    element('div.bar', {}, element('h1', {}, 'Settings')),
    element('div.body', {},
      section('Time', element('div.card.panel', {},
        element('p', {}, 'By the simulator it is ', now, '. What is scheduled, expires or refills does so by this time.'),
        element('div.row', {}, 'Let pass', STEPS.map(([seconds, name]) =>
          element('button', {type: 'button', onclick: () => attempt(async () => { await post('clock/advance', {seconds}); await refresh(); })}, name))))),
      section('Delivery', element('div.card.panel', {},
        element('label.check', {}, deliver, 'Deliver messages as soon as they are accepted'),
        element('p.muted', {}, 'Otherwise each waits until something lets it happen, as the buttons of a message do.'))),
      section('Failure rate and delay', element('p', {}, 'A ', element('a', {href: '#/faults'}, 'fault'),
        ' without an operation meets every request: with a probability it is a failure rate, with milliseconds a delay.')),
      section('Seeds', form(plant, seeds, element('div.row', {}, element('button.main', {type: 'submit'}, 'Add'),
        element('span.muted', {}, 'Domains, keys, IPs, suppressions, traffic, as of the guide.')))),
      section('Start again', element('div.card.panel', {},
        element('p', {}, 'Back to the state after the start: nothing but the accounts.'),
        element('div.row', {}, element('button.danger', {type: 'button', onclick: () => attempt(() => post('reset'))}, 'Reset everything')))),
      section('For programs', element('p', {}, element('a', {href: '/_simulator/openapi.json'}, 'The control API as OpenAPI'),
        ': every action of this page is one of its calls.')))));

  function plant(values) {
    attempt(() => post('seed', JSON.parse(values.json)));
  }

  async function refresh() {
    const [{now: time}, settings] = await Promise.all([get('clock'), get('settings')]);
    now.dateTime = time;
    now.textContent = new Date(time).toLocaleString();
    deliver.checked = settings.deliver_at_once;
  }

  return {topics: ['state'], refresh};
}
