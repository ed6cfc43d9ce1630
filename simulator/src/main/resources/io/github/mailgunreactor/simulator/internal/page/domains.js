// Sending domains with the DNS records that they need.
import {chip, element, empty, field, form, replaceChildren, section, select} from './elements.js';
import {attempt, get, mailgun, put, seed} from './control.js';

const MOST = 1000;

export function openDomains(root) {
  let name;
  const rows = element('ul.rows');
  const detail = element('div.body');
  const state = select('state', [['active', 'verified'], ['unverified', 'not verified yet'], ['sandbox', 'sandbox'], ['disabled', 'disabled']], 'active');
  const bar = element('div.bar', {}, element('h1', {}, 'Domains'));
  root.append(element('div.view', {}, bar, rows, detail));
  const adding = section('Another one', form((values, filled) => attempt(async () => {
    await seed('domains', values);
    filled.reset();
  }), element('div.row.end', {},
    element('label.field.grow', {}, 'Name', element('input', {name: 'name', required: true, placeholder: 'mail.example.com'})),
    field('State', state), element('button.main', {type: 'submit'}, 'Add domain'))));

  async function refresh() {
    if (name) {
      await refreshOne();
      return;
    }
    const domains = (await get(mailgun('/v4/domains'), {limit: MOST})).items;
    if (name) return;
    bar.firstChild.replaceChildren('Domains');
    replaceChildren(rows, domains.map((domain) => element('li', {}, element('a', {
      href: `#/domains/${encodeURIComponent(domain.name)}`, 'data-key': domain.name, class: 'domain'},
    element('span.row', {}, element('span.grow', {}, domain.name), domain.type === 'sandbox' ? chip('sandbox') : null, chip(domain.state))))));
    detail.replaceChildren(...(domains.length ? [adding] : [empty('No domains yet', 'Only a verified domain may send.'), adding]));
  }

  async function refreshOne() {
    const wanted = name;
    const domain = await get(mailgun(`/v4/domains/${encodeURIComponent(name)}`));
    if (wanted !== name) return;
    bar.firstChild.replaceChildren(element('a', {href: '#/domains'}, 'Domains'), ` / ${name}`);
    replaceChildren(rows, []);
    detail.replaceChildren(
      element('div.row', {}, chip(domain.domain.state), element('span.muted', {}, `since ${domain.domain.created_at}`),
        element('button', {type: 'button', onclick: () => attempt(() => put(mailgun(`/v4/domains/${encodeURIComponent(name)}/verify`)))}, 'Verify')),
      section('DNS records for sending', table(domain.sending_dns_records)),
      section('DNS records for receiving', table(domain.receiving_dns_records)));
  }

  async function show(path) {
    [name] = path;
    await refresh();
  }

  return {topics: ['state'], refresh, select: show};
}

function table(records) {
  return element('div.card.scroll', {}, element('table.table', {},
    element('thead', {}, element('tr', {}, ['Type', 'Name', 'Value', 'Found'].map((title) => element('th', {scope: 'col'}, title)))),
    element('tbody', {}, (records || []).map((record) => element('tr', {},
      element('td', {}, record.record_type, record.priority ? ` ${record.priority}` : ''),
      element('td.mono', {}, record.name || ''), element('td.mono', {}, record.value),
      element('td', {}, chip(record.valid)))))));
}
