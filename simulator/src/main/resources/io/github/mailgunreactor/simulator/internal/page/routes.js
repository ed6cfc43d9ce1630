// Routes and forwards, and mail that comes in for them.
import {chip, element, empty, field, form, pairs, replaceChildren, section} from './elements.js';
import {attempt, get, mailgun, post, postForm, remove, shown} from './control.js';

const MOST = 1000;

export function openRoutes(root) {
  const rows = element('ul.rows.plain');
  const forwards = element('ul.rows.plain');
  const forwarding = section('Forwards', element('div.card', {}, forwards));
  const outcome = element('div.outcome', {role: 'status'});
  root.append(element('div.view', {}, element('div.bar', {}, element('h1', {}, 'Routes')),
    element('div.body', {},
      section('In the order in which they are run', element('div.card', {}, rows)),
      forwarding,
      section('Let mail come in', form(receive,
        element('div.row.end', {},
          element('label.field.grow', {}, 'From', element('input', {name: 'sender', type: 'email', required: true, placeholder: 'ada@example.org'})),
          element('label.field.grow', {}, 'To', element('input', {name: 'recipient', type: 'email', required: true, placeholder: 'orders@example.com'}))),
        field('Subject', element('input', {name: 'subject'})),
        field('Text', element('textarea', {name: 'text', rows: 3})),
        element('div.row', {}, element('button.main', {type: 'submit'}, 'Receive'),
          element('span.muted', {}, 'As if another mail server had handed it over.')),
        outcome)),
      section('Another route', form(add,
        element('div.row.end', {},
          element('label.field.grow', {}, 'Expression', element('input.mono', {name: 'expression', required: true,
            placeholder: 'match_recipient("orders@.*")', spellcheck: 'false'})),
          field('Priority', element('input', {name: 'priority', type: 'number', placeholder: '0'}))),
        field('Actions, one on each line', element('textarea', {name: 'actions', rows: 3, required: true, spellcheck: 'false',
          placeholder: 'forward("http://localhost:8080/mail")\nstop()'})),
        field('Description', element('input', {name: 'description'})),
        element('div.row', {}, element('button.main', {type: 'submit'}, 'Add route')))))));

  async function refresh() {
    const [routes, plain] = await Promise.all([
      get(mailgun('/v3/routes'), {limit: MOST}), get(mailgun('/v3/forwards'), {limit: 100})]);
    const inOrder = routes.items.sort((one, other) => one.priority - other.priority);
    replaceChildren(rows, inOrder.length ? inOrder.map(route)
      : [element('li.muted', {}, element('span', {}, 'No routes yet. What comes in is refused, unless a forward or a list is for it.'))]);
    forwarding.hidden = !plain.items.length;
    replaceChildren(forwards, plain.items.map(forward));
  }

  async function receive(values) {
    await attempt(async () => {
      outcome.replaceChildren();
      outcome.append(became(await post('incoming', {account: shown.account, ...values})));
    });
  }

  return {topics: ['state'], refresh};
}

function add({actions, ...values}, filled) {
  attempt(async () => {
    const each = actions.split('\n').map((line) => line.trim()).filter(Boolean);
    await postForm(mailgun('/v3/routes'), [...Object.entries(values), ...each.map((action) => ['action', action])]);
    filled.reset();
  });
}

function route(item) {
  return element('li', {'data-key': item.id},
    element('div.stack', {},
      element('span.mono', {}, item.expression),
      item.actions.map((action) => element('span.mono.muted', {}, `→ ${action}`)),
      item.description ? element('span.muted', {}, item.description) : null),
    chip(`priority ${item.priority}`),
    element('button.quiet', {type: 'button', 'aria-label': `Remove ${item.expression}`,
      onclick: () => attempt(() => remove(mailgun(`/v3/routes/${item.id}`)))}, 'Remove'));
}

function forward(item) {
  const to = [...item.forward.urls, ...item.forward.recipients, ...(item.forward.store ? ['kept'] : [])];
  return element('li', {'data-key': item.id},
    element('div.stack', {}, element('span.mono', {}, item.match), to.map((each) => element('span.mono.muted', {}, `→ ${each}`))),
    element('button.quiet', {type: 'button', 'aria-label': `Remove ${item.match}`,
      onclick: () => attempt(() => remove(mailgun(`/v3/forwards/${item.id}`)))}, 'Remove'));
}

function became(result) {
  if (!result.accepted) {
    return element('p.row', {}, chip('refused', 'bad'), 'Nothing is for it: the sender gets it back, as after 550 5.1.0.');
  }
  return element('div.panel', {}, element('p.row', {}, chip('accepted', 'good'), element('span', {}, 'What was posted is among the ',
    element('a', {href: '#/webhooks'}, 'deliveries'), ', what went on to an address in the ', element('a', {href: '#/inbox'}, 'inbox'), '.')),
  pairs({
    ...(result.routes.length && {Routes: result.routes}),
    ...(result.forwards.length && {Forwards: result.forwards}),
    ...(result.list && {List: result.list}),
    ...(result.storage_url && {'Kept at': result.storage_url}),
  }));
}
