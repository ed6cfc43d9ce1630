// The inbox: what each recipient was sent, newest first, and the message beside the list.
import {chip, command, element, empty, replaceChildren, search, time} from './elements.js';
import {attempt, get, mailgun, postForm, remove, seed, shown} from './control.js';
import {openMessage} from './message.js';

const PAGE = 50;

export function openInbox(root) {
  let query = '';
  let most = PAGE;
  let selected = [];
  let message;
  const rows = element('ul.rows');
  const rest = element('div');
  const list = element('div.list', {},
    element('div.bar', {}, element('h1', {}, 'Inbox'),
      element('button.quiet', {type: 'button', onclick: () => attempt(clear)}, 'Clear'),
      search('Search messages', 'Recipient, domain, subject or tag', (text) => { query = text; most = PAGE; attempt(refresh); })),
    rows, rest);
  const pane = element('div.message');
  const inbox = element('div.inbox', {}, list, pane);
  root.append(inbox);

  async function refresh() {
    const found = await get('messages', {
      account: shown.account, limit: most, ...(query && {search: query})});
    replaceChildren(rows, found.items.reverse().map((item) => row(item, selected)));
    replaceChildren(rest, found.total === 0
      ? [query ? empty('Nothing found', `No message has “${query}” in its recipient, sender, domain, subject or tags.`) : nothingYet()]
      : found.total > found.items.length ? [more()] : []);
    inbox.classList.toggle('whole', found.total === 0 && !query && !selected.length);
    await message?.refresh();
    if (!message) showHint(found.total);
  }

  function showHint(total) {
    pane.replaceChildren(total ? empty('No message selected', 'Choose one from the list, or walk through it with j and k.') : '');
  }

  function more() {
    return element('button.more', {type: 'button', onclick: () => { most += PAGE; attempt(refresh); }}, 'Show older');
  }

  async function clear() {
    await remove(`messages?account=${encodeURIComponent(shown.account)}`);
    location.hash = '#/inbox';
  }

  async function select(path) {
    selected = path;
    inbox.classList.toggle('reading', path.length > 0);
    for (const link of rows.querySelectorAll('a')) {
      if (link.dataset.key === path.join('/')) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    message = undefined;
    pane.replaceChildren();
    if (path.length) message = openMessage(pane, path[0], path[1]);
    await refresh();
  }

  return {topics: ['messages', 'events'], refresh, select};
}

function row(item, selected) {
  const key = `${item.key}/${item.recipient}`;
  return element('li', {}, element('a', {
    href: `#/inbox/${encodeURIComponent(item.key)}/${encodeURIComponent(item.recipient)}`,
    'data-key': key,
    'aria-current': selected.join('/') === key ? 'true' : null,
  },
  element('span.to.clip', {}, item.recipient), time(item.accepted_at),
  element('span.line', {},
    element('span.subject.clip', {}, item.subject || '(no subject)'),
    item.test_mode ? chip('test', 'warn') : item.state === 'delivered' ? null : chip(item.state, item.state === 'not delivered' ? 'warn' : ''),
    item.attachments.length ? chip(`${item.attachments.length} file${item.attachments.length > 1 ? 's' : ''}`) : null,
    item.tags.slice(0, 2).map((tag) => chip(tag)))));
}

function nothingYet() {
  const key = shown.key || 'KEY';
  return empty('Nothing was sent yet', 'Messages appear here as they are accepted. Send one:',
    command(`curl -u api:${key} ${location.origin}/v3/example.com/messages \\\n`
      + "  -F from='You <you@example.com>' -F to=ada@example.org \\\n"
      + "  -F subject='Hello' -F text='It works.'"),
    element('p', {}, 'The domain has to be there and verified, or sending is refused as the live API does. This adds it:'),
    command(`curl -X POST ${location.origin}/_simulator/seed -d '{"domains": [{"name": "example.com"}]}'`),
    element('button.main', {type: 'button', onclick: () => attempt(sendSample)}, 'Do both for me'));
}

async function sendSample() {
  await seed('domains', {name: 'example.com'}).catch(() => {});
  await postForm(mailgun('/v3/example.com/messages'), {
    from: 'Mailgun simulator <hello@example.com>',
    to: 'ada@example.org',
    subject: 'It works',
    text: 'Nothing leaves this machine.',
    html: '<h1 style="font-family:sans-serif">It works</h1><p style="font-family:sans-serif">Nothing leaves this machine. '
      + '<a href="https://example.com/welcome">A link to click</a></p>',
    'o:tag': 'sample',
  });
}
