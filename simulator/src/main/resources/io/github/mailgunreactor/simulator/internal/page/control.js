// The control API: every action of this page is one of its calls.

const PREFIX = '/_simulator/';

/** Whose things are shown. */
export const shown = {account: null, key: null, accounts: []};

async function call(method, path, json) {
  const response = await fetch(PREFIX + path, {
    method,
    headers: json === undefined ? {} : {'Content-Type': 'application/json'},
    body: json === undefined ? undefined : JSON.stringify(json),
  }).catch(() => { throw new Error('The simulator does not answer.'); });
  const text = await response.text();
  if (!response.ok) throw new Error(messageOf(text) || `${method} ${path}: ${response.status}`);
  return (response.headers.get('Content-Type') || 'json').includes('json') && text ? JSON.parse(text) : text;
}

function messageOf(text) {
  try {
    return JSON.parse(text).message;
  } catch {
    return null;
  }
}

export const get = (path, query) => call('GET', query ? `${path}?${new URLSearchParams(query)}` : path);
export const post = (path, json) => call('POST', path, json);
export const put = (path, json) => call('PUT', path, json);
export const remove = (path) => call('DELETE', path);

/** A path of Mailgun's API, asked as the account that is shown. */
export const mailgun = (path) => `as/${shown.account}${path}`;

/** Prepares one thing in the account that is shown. */
export const seed = (kind, thing) => post('seed', {[kind]: [{account: shown.account, ...thing}]});

/** A form of Mailgun's API, as it takes them. */
export async function postForm(path, fields) {
  const response = await fetch(PREFIX + path, {method: 'POST', body: new URLSearchParams(fields)});
  if (!response.ok) throw new Error(messageOf(await response.text()) || String(response.status));
  return response;
}

/** Does something, and says so if it fails. */
export async function attempt(action) {
  const notice = document.getElementById('notice');
  try {
    const result = await action();
    notice.hidden = true;
    return result;
  } catch (problem) {
    notice.textContent = problem.message;
    notice.hidden = false;
    clearTimeout(notice.timer);
    notice.timer = setTimeout(() => { notice.hidden = true; }, 8000);
    return undefined;
  }
}

export async function loadAccounts() {
  shown.accounts = (await get('accounts')).items;
  if (!shown.accounts.some((each) => each.id === shown.account)) shown.account = shown.accounts[0].id;
  shown.key = shown.accounts.find((each) => each.id === shown.account).key;
}
