// What happened to all messages, newest first.
import {body, chip, element, empty, replaceChildren, search, select, time} from './elements.js';
import {attempt, get, shown} from './control.js';

const MOST = 200;
const TYPES = ['accepted', 'delivered', 'failed', 'opened', 'clicked', 'unsubscribed', 'complained', 'stored', 'rejected'];

export function openEvents(root) {
  let query = '';
  const rows = element('ul.rows.events');
  const none = element('div');
  const type = select('type', [['', 'All events'], ...TYPES.map((each) => [each, each])], '');
  type.setAttribute('aria-label', 'Kind of event');
  type.addEventListener('change', () => attempt(refresh));
  root.append(element('div.view', {},
    element('div.bar', {}, element('h1', {}, 'Events'), type,
      search('Search events', 'Recipient, domain or subject', (text) => { query = text; attempt(refresh); })),
    rows, none));

  async function refresh() {
    const found = (await get('events', {
      account: shown.account, limit: MOST, ...(query && {search: query}), ...(type.value && {event: type.value})})).items.reverse();
    replaceChildren(rows, found.map(row));
    replaceChildren(none, found.length ? [] : [query || type.value
      ? empty('Nothing found', 'No event is like that.')
      : empty('No events yet', 'What happens to messages appears here: when they are accepted, delivered, opened, and so on. '
        + 'Send a message, then let something happen to it in the inbox.')]);
  }

  return {topics: ['events'], refresh};
}

function row(event) {
  const status = event['delivery-status'];
  const about = event.url || status?.message || status?.description || event.message?.headers.subject || event['mailing-list']?.address;
  const detail = element('div.detail');
  return element('li', {'data-same': `event-${event.id}`}, element('details', {
    'data-key': event.id,
    ontoggle: (toggled) => {
      if (toggled.target.open && !detail.hasChildNodes()) {
        const key = event.storage?.key;
        detail.append(...[key && element('p', {}, element('a', {
          href: `#/inbox/${encodeURIComponent(key)}/${encodeURIComponent(event.recipient)}`}, 'The message')),
        body(JSON.stringify(event))].filter(Boolean));
      }
    },
  },
  element('summary', {}, time(event.timestamp),
    element('span', {}, event.severity === 'temporary' ? chip('failed for now', 'warn') : chip(event.event)),
    element('span.clip', {}, event.recipient || event.member?.address || ''), element('span.clip.muted', {}, about)),
  detail));
}
