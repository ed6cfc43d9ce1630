// Where events are posted to, and what was posted there: each delivery with its attempts, and once more.
import {body, chip, element, empty, replaceChildren, section, time} from './elements.js';
import {attempt, get, mailgun, post, remove} from './control.js';

const MOST = 200;
const TONES = {done: 'good', pending: 'warn', refused: 'bad', given_up: 'bad'};

export function openWebhooks(root) {
  const registered = element('ul.rows.plain');
  const rows = element('ul.rows.deliveries');
  const none = element('div');
  root.append(element('div.view', {},
    element('div.bar', {}, element('h1', {}, 'Webhooks'),
      element('button.quiet', {type: 'button', onclick: () => attempt(() => remove('deliveries'))}, 'Forget deliveries')),
    element('div.body', {}, section('Registered', element('div.card', {}, registered)), element('h3', {}, 'Deliveries')),
    rows, none));

  async function refresh() {
    const webhooks = [...await ofAccount(), ...await ofDomains()];
    replaceChildren(registered, webhooks.length ? webhooks
      : [element('li.muted', {}, element('span', {}, 'No URL is registered, so nothing is posted.'))]);
    const found = (await get('deliveries', {limit: MOST})).items.reverse();
    replaceChildren(rows, found.map(row));
    replaceChildren(none, found.length ? [] : [empty('Nothing was posted yet',
      'What happens to messages is posted to the URLs that are registered for it, and tried again until it is taken.')]);
  }

  return {topics: ['state', 'deliveries'], refresh};
}

async function ofAccount() {
  return (await get(mailgun('/v1/webhooks'))).webhooks.map((each) => registration(each.url, each.event_types, 'account'));
}

async function ofDomains() {
  const domains = (await get(mailgun('/v4/domains'), {limit: 100})).items;
  const all = await Promise.all(domains.map(async ({name}) => {
    const {webhooks} = await get(mailgun(`/v3/domains/${encodeURIComponent(name)}/webhooks`));
    const types = new Map();
    for (const [type, value] of Object.entries(webhooks)) {
      for (const url of value?.urls || []) types.set(url, [...(types.get(url) || []), type]);
    }
    return [...types].map(([url, each]) => registration(url, each, name));
  }));
  return all.flat();
}

function registration(url, types, owner) {
  return element('li', {}, element('span.mono', {}, url), types.map((type) => chip(type)), element('span.muted', {}, owner));
}

/** A delivery changes with each attempt, so that its row is new then. */
function row(delivery) {
  const last = delivery.attempts.at(-1);
  const detail = element('div.detail');
  return element('li', {'data-same': `delivery-${delivery.id}-${delivery.attempts.length}-${delivery.state}`}, element('details', {
    'data-key': `delivery-${delivery.id}`,
    ontoggle: (event) => { if (event.target.open && !detail.hasChildNodes()) open(detail, delivery); },
  },
  element('summary', {}, last ? time(last.at) : element('span'), element('span', {}, chip(delivery.type)),
    element('span.clip.mono', {}, delivery.url), chip(delivery.state.replace('_', ' '), TONES[delivery.state])),
  detail));
}

function open(detail, delivery) {
  detail.append(
    section('Attempts', element('ol.timeline', {}, delivery.attempts.map((each) => element('li', {}, time(each.at),
      element('span', {}, each.status ? chip(each.status, each.status === 200 ? 'good' : 'bad') : chip('no answer', 'bad')),
      element('span.why', {}, each.failure || ''))))),
    element('div.row', {},
      element('button', {type: 'button', onclick: () => attempt(() => post(`deliveries/${delivery.id}/redeliver`))}, 'Deliver once more'),
      delivery.next_attempt ? element('span.muted', {}, 'Tried again at ', time(delivery.next_attempt)) : null),
    section('Body', body(delivery.body)));
}
