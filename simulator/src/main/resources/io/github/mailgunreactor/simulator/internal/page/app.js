// Sections, the address bar, live updates, the keyboard.
import {element} from './elements.js';
import {attempt, get, loadAccounts, shown} from './control.js';
import {openInbox} from './inbox.js';
import {openRequests} from './requests.js';
import {openEvents} from './events.js';
import {openDomains} from './domains.js';
import {openSuppressions} from './suppressions.js';
import {openWebhooks} from './webhooks.js';
import {openTemplates} from './templates.js';
import {openLists} from './lists.js';
import {openRoutes} from './routes.js';
import {openFaults} from './faults.js';
import {openSettings} from './settings.js';

/**
 * The sections. A view is opened once and gives what it looks at (topics), how it looks again (refresh), and, where it can
 * show one of its things, how (select).
 */
const SECTIONS = [
  {id: 'inbox', key: 'i', name: 'Inbox', open: openInbox},
  {id: 'requests', key: 'r', name: 'Requests', open: openRequests},
  {id: 'events', key: 'e', name: 'Events', open: openEvents},
  {id: 'webhooks', key: 'w', name: 'Webhooks', open: openWebhooks},
  {id: 'domains', key: 'd', name: 'Domains', open: openDomains},
  {id: 'suppressions', key: 'u', name: 'Suppressions', open: openSuppressions},
  {id: 'templates', key: 't', name: 'Templates', open: openTemplates},
  {id: 'lists', key: 'l', name: 'Lists', open: openLists},
  {id: 'routes', key: 'o', name: 'Routes', open: openRoutes},
  {id: 'faults', key: 'f', name: 'Faults', open: openFaults},
  {id: 'settings', key: 's', name: 'Settings', open: openSettings},
];
const REFRESH_AT_MOST_EVERY = 300;

const root = document.getElementById('view');
const nav = document.getElementById('nav');
const counts = {};
let section;
let view;
let stale = new Set();
let refreshing = false;

function route() {
  const [id, ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const wanted = SECTIONS.find((each) => each.id === id) || SECTIONS[0];
  if (wanted !== section || !view.select) show(wanted);
  attempt(() => view.select?.(rest));
}

function show(wanted) {
  section = wanted;
  for (const link of nav.children) {
    if (link.dataset.section === wanted.id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  nav.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  document.title = `${wanted.name} · Mailgun simulator`;
  root.replaceChildren();
  view = wanted.open(root);
  if (!view.select) attempt(() => view.refresh());
}

/** Looks again, one look at a time. */
async function refresh() {
  if (refreshing || !stale.size) return;
  refreshing = true;
  const topics = stale;
  stale = new Set();
  try {
    await loadCounts();
    if (view.topics.some((topic) => topics.has(topic))) await view.refresh();
  } catch {
    // Told by the state of the connection.
  }
  setTimeout(() => { refreshing = false; refresh(); }, REFRESH_AT_MOST_EVERY);
}

async function loadCounts() {
  const [messages, requests] = await Promise.all([
    get('messages', {account: shown.account, limit: 0}), get('requests', {limit: 0, bodies: 'no'})]);
  counts.inbox.textContent = messages.total || '';
  counts.requests.textContent = requests.total || '';
}

function listen() {
  const live = document.getElementById('live');
  const source = new EventSource('/_simulator/live');
  const look = (topics) => { topics.forEach((topic) => stale.add(topic)); refresh(); };
  source.addEventListener('hello', () => {
    live.textContent = 'live';
    live.classList.add('on');
    look(['messages', 'events', 'requests', 'deliveries', 'state']);
  });
  source.addEventListener('change', (event) => look(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    live.textContent = 'not connected';
    live.classList.remove('on');
  });
  // A browser keeps pages that were left, and with each its connection: after six of them it would ask for nothing more.
  addEventListener('pagehide', () => {
    source.close();
    addEventListener('pageshow', listen, {once: true});
  }, {once: true});
}

function underlined(name, key) {
  const at = name.toLowerCase().indexOf(key);
  return [name.slice(0, at), element('u', {}, name[at]), name.slice(at + 1)];
}

function makeNav() {
  for (const each of SECTIONS) {
    counts[each.id] = element('span.number');
    nav.append(element('a', {href: `#/${each.id}`, 'data-section': each.id},
      element('span', {}, ...underlined(each.name, each.key)), counts[each.id]));
  }
}

async function makeChoices() {
  const account = document.getElementById('account');
  account.replaceChildren(...shown.accounts.map((each) => element('option', {value: each.id}, each.id)));
  document.getElementById('account-choice').hidden = shown.accounts.length < 2;
  account.addEventListener('change', async () => {
    shown.account = account.value;
    shown.key = shown.accounts.find((each) => each.id === shown.account).key;
    await attempt(loadCounts);
    show(section);
  });
  const regions = Object.entries((await get('health')).regions);
  const region = document.getElementById('region');
  region.replaceChildren(...regions.map(([name, url]) =>
    element('option', {value: url, selected: new URL(url).port === location.port}, name)));
  document.getElementById('region-choice').hidden = regions.length < 2;
  region.addEventListener('change', () => { location.href = `${region.value}/${location.hash}`; });
}

let going = 0;

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    if (event.target.matches('input, select, textarea')) event.target.blur();
    else if (location.hash.split('/').length > 2) location.hash = `#/${section.id}`;
    return;
  }
  if (event.target.matches('input, select, textarea') || document.querySelector('dialog[open]')) return;
  if (Date.now() - going < 1500) {
    going = 0;
    const there = SECTIONS.find((each) => each.key === event.key);
    if (there) location.hash = `#/${there.id}`;
  } else if (event.key === 'g') {
    going = Date.now();
  } else if (event.key === '/') {
    event.preventDefault();
    root.querySelector('input[type="search"]')?.focus();
  } else if (event.key === 'j' || event.key === 'k') {
    move(event.key === 'j' ? 1 : -1);
  } else if (event.key === '?') {
    document.getElementById('help').showModal();
  }
}

/** The focus to the next row, or the one before. */
function move(by) {
  const rows = [...root.querySelectorAll('.rows > li > a, .rows summary')];
  const at = rows.indexOf(document.activeElement);
  const current = at < 0 ? rows.findIndex((row) => row.hasAttribute('aria-current')) : at;
  rows[current < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, current + by))]?.focus();
}

makeNav();
await attempt(loadAccounts);
await attempt(makeChoices);
addEventListener('hashchange', route);
addEventListener('keydown', pressed);
document.getElementById('keys').addEventListener('click', () => document.getElementById('help').showModal());
route();
listen();
