// One message as one recipient got it: its parts, and what happened to it.
import {chip, element, empty, field, pairs, replaceChildren, section, select, size, time} from './elements.js';
import {attempt, get, post} from './control.js';

export function openMessage(root, key, recipient) {
  const path = `messages/${encodeURIComponent(key)}`;
  const query = `?recipient=${encodeURIComponent(recipient)}`;
  const letter = element('article.letter');
  const timeline = element('ol.timeline');
  let opened;
  root.append(letter);

  async function refresh() {
    await (opened ||= open());
    if (!timeline.isConnected) return;
    const events = (await get(`${path}/events`, {recipient})).items;
    replaceChildren(timeline, events.length ? events.map(happened) : [element('li.muted', {}, 'Nothing yet.')]);
  }

  async function open() {
    let copy;
    try {
      copy = (await get(path, {recipient, bodies: 'no'})).copies[0];
    } catch (gone) {
      letter.replaceChildren(back(), empty('Not here any more', gone.message));
      return;
    }
    letter.append(head(copy), ...parts(copy), story(copy));
  }

  function head(copy) {
    return element('header', {}, back(),
      element('h1', {}, copy.subject || '(no subject)'),
      element('dl.pairs', {},
        element('dt', {}, 'From'), element('dd', {}, copy.from),
        element('dt', {}, 'To'), element('dd', {}, copy.to),
        element('dt', {}, 'Accepted'), element('dd', {}, new Date(copy.accepted_at).toLocaleString(), ' ',
          element('span.muted', {}, `${copy.domain}, ${size(copy.size)}`)),
        copy.scheduled_for ? [element('dt', {}, 'Scheduled'), element('dd', {}, new Date(copy.scheduled_for).toLocaleString())] : null),
      copy.tags.length || copy.test_mode ? element('div.row', {},
        copy.tags.map((tag) => chip(tag)), copy.test_mode ? chip('test mode', 'warn') : null) : null);
  }

  /** The tabs. A part is made when it is first looked at. */
  function parts(copy) {
    const made = {
      HTML: copy.has_html && (() => frame()),
      Text: copy.has_text && (() => fetched(`${path}/text${query}`)),
      Files: copy.attachments.length && (() => files(copy)),
      Headers: () => pairs(copy.headers),
      Variables: () => element('div.panel', {}, section('User variables', pairs(copy.variables)),
        section('Options', pairs(copy.options)), copy.template ? section('Template', element('p', {}, copy.template)) : null),
      Source: () => fetched(`${path}/source`),
    };
    const panel = element('div.part', {role: 'tabpanel', id: 'part', tabindex: 0});
    const tabs = Object.entries(made).filter(([, make]) => make).map(([name, make]) =>
      element('button', {type: 'button', role: 'tab', 'aria-selected': 'false', 'aria-controls': 'part',
        onclick: (event) => choose(event.currentTarget, make)}, name));
    const bar = element('div.tabs', {role: 'tablist', 'aria-label': 'Parts of the message', onkeydown: (event) => {
      const to = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (to) tabs[(tabs.indexOf(document.activeElement) + to + tabs.length) % tabs.length].focus();
    }}, tabs);

    function choose(tab, make) {
      tabs.forEach((each) => each.setAttribute('aria-selected', String(each === tab)));
      panel.className = tab.textContent === 'HTML' ? 'part frame' : 'part';
      panel.replaceChildren(make());
    }

    tabs[0].click();
    return [bar, panel];
  }

  /** Nothing in this frame runs, and nothing is fetched: see the policy that its document comes with. */
  function frame() {
    return element('iframe', {sandbox: '', src: `/_simulator/${path}/html${query}`, title: 'The message as HTML', referrerpolicy: 'no-referrer'});
  }

  function fetched(from) {
    const shown = element('pre', {}, '…');
    attempt(async () => { shown.textContent = String(await get(from)); });
    return shown;
  }

  function files(copy) {
    return element('ul.rows.plain', {}, copy.attachments.map((file, number) => element('li', {},
      element('a', {href: `/_simulator/${path}/attachments/${number}`, download: file.name}, file.name),
      element('span.muted', {}, `${file.content_type}, ${size(file.size)}`),
      file.inline ? chip('inline') : null)));
  }

  function story(copy) {
    const code = element('input', {type: 'number', min: 400, max: 699, value: 550, 'aria-label': 'Code of the failure'});
    const link = copy.links.length ? select('link', copy.links.map((url) => [url, url]), copy.links[0]) : null;
    const button = (label, event) => element('button', {type: 'button', onclick: () => happen(event())}, label);
    return element('section.story', {}, element('h2', {}, 'What happened'), timeline,
      element('h3', {}, 'Let something happen'),
      element('div.row', {},
        copy.delivered || copy.state === 'stored' ? null : button('Deliver', () => ({event: 'delivered'})),
        button('Open', () => ({event: 'opened'})),
        button('Click', () => ({event: 'clicked', ...(link && {url: link.value})})),
        button('Unsubscribe', () => ({event: 'unsubscribed'})),
        button('Complain', () => ({event: 'complained'})),
        button('Bounce', () => ({event: 'failed', severity: 'permanent', code: Number(code.value)})),
        button('Fail for now', () => ({event: 'failed', severity: 'temporary', code: Number(code.value)}))),
      element('div.row.end', {}, field('Code of a failure', code), link ? field('Link to click', link) : null));
  }

  const happen = (event) => attempt(async () => {
    await post(`${path}/events`, {...event, recipient});
    await refresh();
  });

  return {refresh};
}

function back() {
  return element('a.back', {href: '#/inbox'}, '← Inbox');
}

function happened(event) {
  const status = event['delivery-status'];
  const why = event.url || (status && [status.code, status.message || status.description].filter(Boolean).join(' '))
    || event.reject?.reason || '';
  const word = event.event === 'failed' && event.severity === 'temporary'
    ? chip('failed for now', 'warn') : chip(event.event);
  return element('li', {}, time(event.timestamp), element('span', {}, word), element('span.why', {}, why));
}
