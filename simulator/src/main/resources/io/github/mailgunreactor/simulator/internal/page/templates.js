// Templates of the account and of its domains, with their versions and the source of the active one.
import {chip, element, empty, field, form, pairs, replaceChildren, section, select, time} from './elements.js';
import {attempt, get, mailgun, shown} from './control.js';

const MOST = 100;

export function openTemplates(root) {
  const rows = element('ul.rows.plain');
  const view = element('div.view', {}, element('div.bar', {}, element('h1', {}, 'Templates')), element('div.body'));
  const content = view.lastChild;
  root.append(view);
  let path = [];
  let preview;
  let drawn;

  async function refresh() {
    if (path.length) await refreshOne();
    else await refreshAll();
  }

  async function refreshAll() {
    const domains = (await get(mailgun('/v4/domains'), {limit: MOST})).items.map((each) => each.name);
    const owners = [['account', '/v4/templates'], ...domains.map((name) => [name, `/v3/${encodeURIComponent(name)}/templates`])];
    const found = (await Promise.all(owners.map(async ([owner, from]) =>
      (await get(mailgun(from), {limit: MOST})).items.map((template) => row(owner, template))))).flat();
    if (path.length) return;
    if (!found.length) content.replaceChildren(empty('No templates yet', 'Those of the account and of its domains appear here.'));
    else if (!content.contains(rows)) content.replaceChildren(element('div.card', {}, rows));
    replaceChildren(rows, found);
  }

  async function refreshOne() {
    const wanted = path;
    const [owner, name] = path;
    const from = `${owner === 'account' ? '/v4' : `/v3/${encodeURIComponent(owner)}`}/templates/${encodeURIComponent(name)}`;
    const [{template}, {template: {versions}}] = await Promise.all([
      get(mailgun(from), {active: 'yes'}), get(mailgun(`${from}/versions`), {limit: MOST})]);
    const now = JSON.stringify([template, versions]);
    if (wanted !== path || now === drawn) return; // else the focus and what is framed would be lost
    drawn = now;
    const source = template.version?.template;
    content.replaceChildren(
      element('p', {}, element('a', {href: '#/templates'}, 'Templates'), ` / ${owner} / ${template.name}`),
      element('p.muted', {}, template.description || 'No description.'),
      versions.length ? preview.suited(versions) : '',
      section('Versions', element('div.card', {}, element('ul.rows.plain', {}, versions.map((version) => element('li', {},
        element('span', {}, version.tag), version.comment ? element('span.muted', {}, version.comment) : null,
        version.active ? chip('active', 'good') : null, time(version.createdAt)))))),
      source ? section('Active version', element('pre.block', {tabindex: 0}, source)) : element('p.muted', {}, 'It has no version.'),
      template.version?.headers ? section('Headers', pairs(template.version.headers)) : '');
  }

  function choose(wanted) {
    path = wanted;
    drawn = undefined;
    preview = path.length ? openPreview(path[0], path[1]) : undefined;
    return attempt(refresh);
  }

  return {topics: ['state'], refresh, select: choose};
}

function row(owner, template) {
  return element('li', {}, element('a', {
    href: `#/templates/${encodeURIComponent(owner)}/${encodeURIComponent(template.name)}`, 'data-key': `${owner}/${template.name}`}, template.name),
  template.description ? element('span.muted', {}, template.description) : null, chip(owner), time(template.createdAt));
}

/** A version with variables, framed as mail is. What was filled in stays while the template changes beside it. */
function openPreview(owner, name) {
  const path = `templates/${encodeURIComponent(name)}/preview`;
  const version = element('div.row');
  const result = element('div.panel.outcome');
  const shownHere = section('Preview', form(render, version,
    field('Variables', element('textarea', {name: 'variables', rows: 3, spellcheck: 'false'}, '{"name": "Ada"}')),
    element('div.row', {}, element('button.main', {type: 'submit'}, 'Preview'),
      element('span.muted', {}, 'Nothing is sent.')), result));

  function render(values) {
    const query = {account: shown.account, ...(owner !== 'account' && {domain: owner}), ...values};
    attempt(async () => {
      const {html, ...headers} = await get(path, query);
      const said = Object.entries(headers).filter(([, value]) => value !== null);
      result.replaceChildren(said.length ? pairs(Object.fromEntries(said)) : '',
        element('iframe.preview', {sandbox: '', src: `/_simulator/${path}/html?${new URLSearchParams(query)}`,
          title: 'The template with its variables', referrerpolicy: 'no-referrer'}));
    });
  }

  function suited(versions) {
    const chosen = version.querySelector('select')?.value;
    const active = versions.find((each) => each.active)?.tag;
    const tags = versions.map((each) => each.tag);
    version.replaceChildren(field('Version', select('version', tags.map((tag) => [tag, tag]), tags.includes(chosen) ? chosen : active)));
    return shownHere;
  }

  return {suited};
}
