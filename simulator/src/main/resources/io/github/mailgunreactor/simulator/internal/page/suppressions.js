// The suppression lists of a domain.
import {chip, element, empty, field, form, replaceChildren, section, select} from './elements.js';
import {attempt, get, mailgun, remove, seed} from './control.js';

const MOST = 1000;
const LISTS = [['bounces', 'Bounces'], ['complaints', 'Complaints'], ['unsubscribes', 'Unsubscribes'], ['whitelists', 'Allowlist']];

export function openSuppressions(root) {
  let list = 'bounces';
  const rows = element('ul.rows.plain');
  const detail = element('div.body');
  const domain = element('select', {'aria-label': 'Domain', onchange: () => attempt(refreshRows)});
  const kind = select('list', LISTS, list);
  kind.setAttribute('aria-label', 'List');
  kind.addEventListener('change', () => { list = kind.value; attempt(refreshRows); });
  root.append(element('div.view', {}, element('div.bar', {}, element('h1', {}, 'Suppressions'), domain, kind), detail));
  const adding = section('Another one', form((values, filled) => attempt(async () => {
    await seed('suppressions', {domain: domain.value, list: list === 'whitelists' ? 'allowlist' : list, ...values});
    filled.reset();
  }), element('div.row.end', {},
    element('label.field.grow', {}, 'Address', element('input', {name: 'address', required: true, placeholder: 'ada@example.org'})),
    element('button.main', {type: 'submit'}, 'Add'))));

  async function refresh() {
    const names = (await get(mailgun('/v4/domains'), {limit: MOST})).items.map((each) => each.name);
    if (!names.length) {
      detail.replaceChildren(empty('No domains yet', 'Each domain has suppression lists of its own.',
        element('a', {href: '#/domains'}, 'Add a domain')));
      return;
    }
    const chosen = names.includes(domain.value) ? domain.value : names[0];
    domain.replaceChildren(...names.map((name) => element('option', {selected: name === chosen}, name)));
    if (!detail.contains(rows)) detail.replaceChildren(element('div.card.panel', {}, rows), adding);
    await refreshRows();
  }

  async function refreshRows() {
    const path = `/v3/${encodeURIComponent(domain.value)}/${list}`;
    const items = (await get(mailgun(path), {limit: MOST})).items;
    replaceChildren(rows, items.length ? items.map((item) => row(item, path))
      : [element('li.muted', {}, element('span', {}, 'Nobody is on this list.'))]);
  }

  return {topics: ['state', 'events'], refresh};
}

function row(item, path) {
  const who = item.address || item.value;
  return element('li', {'data-key': who},
    element('span', {}, who),
    item.code ? chip(item.code, 'bad') : null,
    (item.tags || []).map((tag) => chip(tag === '*' ? 'everything' : tag, 'warn')),
    item.error || item.reason ? element('span.muted', {}, item.error || item.reason) : null,
    element('button.quiet', {type: 'button', 'aria-label': `Remove ${who}`,
      onclick: () => attempt(() => remove(mailgun(`${path}/${encodeURIComponent(who)}`)))}, 'Remove'));
}
