// Mailing lists and their members.
import {chip, element, empty, field, form, replaceChildren, section} from './elements.js';
import {attempt, get, mailgun, postForm, remove} from './control.js';

const MOST = 100;

export function openLists(root) {
  let address;
  const rows = element('ul.rows.plain');
  const content = element('div.body');
  root.append(element('div.view', {}, element('div.bar', {}, element('h1', {}, 'Lists')), content));
  const adding = section('Another one', form((values, filled) => attempt(async () => {
    await postForm(mailgun(address ? `/v3/lists/${encodeURIComponent(address)}/members` : '/v3/lists'), values);
    filled.reset();
  }), element('div.row.end', {},
    element('label.field.grow', {}, 'Address', element('input', {name: 'address', type: 'email', required: true})),
    field('Name', element('input', {name: 'name'})), element('button.main', {type: 'submit'}, 'Add'))));

  async function refresh() {
    const wanted = address;
    const from = address ? `/v3/lists/${encodeURIComponent(address)}/members` : '/v3/lists';
    const items = (await get(mailgun(`${from}/pages`), {limit: MOST})).items;
    if (wanted !== address) return;
    const title = address ? element('p', {}, element('a', {href: '#/lists'}, 'Lists'), ` / ${address}`) : '';
    if (!content.contains(adding) || content.dataset.shown !== `${address} ${items.length > 0}`) {
      content.replaceChildren(title, items.length ? element('div.card', {}, rows) : nothing(), adding);
      content.dataset.shown = `${address} ${items.length > 0}`;
    }
    replaceChildren(rows, items.map((item) => (address ? member(item) : list(item))));
  }

  function nothing() {
    return address ? empty('No members yet', 'Who is added here gets what is sent to the list.')
      : empty('No lists yet', 'What is sent to the address of a list goes to its members.');
  }

  function member(item) {
    return element('li', {'data-key': item.address}, element('span', {}, item.address),
      item.name ? element('span.muted', {}, item.name) : null,
      chip(item.subscribed ? 'subscribed' : 'unsubscribed', item.subscribed ? 'good' : 'warn'),
      element('button.quiet', {type: 'button', 'aria-label': `Remove ${item.address}`, onclick: () => attempt(() =>
        remove(mailgun(`/v3/lists/${encodeURIComponent(address)}/members/${encodeURIComponent(item.address)}`)))}, 'Remove'));
  }

  return {topics: ['state'], refresh, select: (path) => { [address] = path; return attempt(refresh); }};
}

function list(item) {
  return element('li', {}, element('a', {href: `#/lists/${encodeURIComponent(item.address)}`, 'data-key': item.address}, item.address),
    item.name ? element('span.muted', {}, item.name) : null,
    element('span.muted', {}, `${item.members_count} member${item.members_count === 1 ? '' : 's'}`), chip(item.access_level));
}
