// The requests as they come in, newest first, each with its body and its answer.
import {body, chip, element, empty, command, pairs, replaceChildren, search, section, statusChip, time} from './elements.js';
import {attempt, get, remove, shown} from './control.js';

const MOST = 200;

export function openRequests(root) {
  let query = '';
  const rows = element('ul.rows.requests');
  const none = element('div');
  root.append(element('div.view', {},
    element('div.bar', {}, element('h1', {}, 'Requests'),
      element('button.quiet', {type: 'button', onclick: () => attempt(() => remove('requests'))}, 'Clear'),
      search('Search requests', 'Method, path or status', (text) => { query = text.toLowerCase(); attempt(refresh); })),
    rows, none));

  async function refresh() {
    const all = (await get('requests', {limit: MOST, bodies: 'no'})).items.reverse();
    const found = all.filter((each) => `${each.operation} ${each.path} ${each.status}`.toLowerCase().includes(query));
    replaceChildren(rows, found.map(row));
    replaceChildren(none, found.length ? [] : [all.length
      ? empty('Nothing found', 'No request of the latest is like that.')
      : empty('No request yet', 'Requests appear here before their answer is sent, refused ones too. Send one:',
        command(`curl -u api:${shown.key || 'KEY'} ${location.origin}/v4/domains`))]);
  }

  return {topics: ['requests'], refresh};
}

/** What a row shows never changes, so it is kept as it is, open or not. */
function row(request) {
  const [method] = request.operation.split(' ');
  const detail = element('div.detail');
  return element('li', {'data-same': `request-${request.number}-${request.responded_at}`}, element('details', {
    'data-key': request.number,
    ontoggle: (event) => { if (event.target.open && !detail.hasChildNodes()) attempt(() => open(detail, request.number)); },
  },
  element('summary', {}, time(request.responded_at), chip(method, methodTone(method)),
    element('span.clip.mono', {title: request.path}, decoded(request.path)), statusChip(request.status)),
  detail));
}

function methodTone(method) {
  return {GET: 'info', POST: 'good', PUT: 'warn', DELETE: 'bad'}[method] || '';
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function open(detail, number) {
  const request = await get(`requests/${number}`);
  const filled = (object) => Object.keys(object).length > 0;
  detail.replaceChildren(...[
    pairs({
      Operation: request.operation,
      Status: request.status || 'none: a fault closed the connection',
      Account: request.account || 'none: no valid key',
      ...(request.key_id && {Key: request.key_id}),
    }),
    filled(request.query) && section('Query', pairs(request.query)),
    filled(request.form) && section('Form', pairs(request.form)),
    request.files.length && section('Files', pairs(Object.fromEntries(
      request.files.map((file) => [file.field, `${file.fileName}, ${file.contentType || 'no type'}, ${file.size} bytes`])))),
    request.text && section('Body', body(request.text)),
    section('Headers', pairs(request.headers)),
    section('Response', request.response ? body(request.response) : element('p.muted', {}, 'No body.')),
  ].filter(Boolean));
}
