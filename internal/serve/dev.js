// The preview's own script. It stands on each page while `casebook serve` runs and in no published page. It keeps the page in
// step with its files, shows what keeps the site from being published, and says how to refer to the page.
(() => {
  'use strict';

  const own = '/-/';
  const navigation = performance.getEntriesByType('navigation')[0];
  // Which rendering this page is. The server compares it, so that an edit just before the connection is not lost.
  let seen = navigation?.serverTiming?.find((entry) => entry.name === 'casebook')?.description ?? '';
  let source = null;
  let wait = 500;

  const make = (name, props = {}, ...children) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  };

  // Everything shown lives in a shadow tree: the site's styles stay out, and its scripts find nothing to stumble over.
  const host = make('casebook-dev', { hidden: true });
  const root = host.attachShadow({ mode: 'open' });
  const dialog = make('dialog', { className: 'problems' });
  dialog.setAttribute('aria-labelledby', 'title');
  const bar = make('aside', { className: 'bar', hidden: true });
  bar.setAttribute('aria-label', 'Preview');
  const style = make('link', { rel: 'stylesheet', href: own + 'casebook-dev.css' });
  style.addEventListener('load', () => { host.hidden = false; });
  root.append(style, bar, dialog);
  document.body.append(host);

  // Problems.

  // The page that stands in for a site with errors lists them itself.
  const standIn = document.documentElement.dataset.casebook === 'problems';
  const again = make('button', { type: 'button', hidden: true });
  again.addEventListener('click', () => dialog.showModal());
  bar.append(again);

  const item = ({ place, message, remedy, excerpt }) => {
    const li = make('li');
    if (place) li.append(make('p', { className: 'place', textContent: place }));
    li.append(make('p', { textContent: message }));
    if (excerpt) li.append(make('pre', { textContent: excerpt.trim() }));
    if (remedy) li.append(make('p', { className: 'remedy', textContent: remedy }));
    return li;
  };

  const showProblems = ({ problems, more }) => {
    if (standIn) return;
    const count = problems.length + more;
    const close = make('button', { type: 'button', textContent: 'Close' });
    close.addEventListener('click', () => dialog.close());
    const list = make('ol');
    list.append(...problems.map(item));
    dialog.replaceChildren(
      make('h1', { id: 'title', textContent: count === 1 ? 'One error keeps the site as it was' : `${count} errors keep the site as it was` }),
      list,
      ...(more ? [make('p', { textContent: `and ${more} more` })] : []),
      close,
    );
    again.textContent = count === 1 ? '1 error' : `${count} errors`;
    again.hidden = bar.hidden = false;
    if (!dialog.open) dialog.showModal();
  };

  const hideProblems = () => {
    dialog.close();
    again.hidden = true;
    bar.hidden = bar.childElementCount === 1;
  };

  // The bar.

  const copier = (text) => {
    const button = make('button', { type: 'button', textContent: 'Copy' });
    button.setAttribute('aria-label', `Copy ${text}`);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    return button;
  };

  const describe = async () => {
    const answer = await fetch(own + 'page?' + new URLSearchParams({ path: location.pathname }));
    const { state, refer, file } = await answer.json();
    if (state) bar.append(make('strong', { textContent: state }));
    if (refer) {
      bar.append(make('code', { textContent: refer }));
      // The clipboard is for secure pages: this machine's own address counts as one, a neighbour's does not.
      if (navigator.clipboard) bar.append(copier(refer));
    }
    if (file) bar.append(make('span', { className: 'file', textContent: file }));
    if (bar.childElementCount > 1) bar.hidden = false;
  };

  // Changes.

  const reload = (next) => {
    // A page that comes back different from what was announced must not be asked for without end.
    if (sessionStorage.getItem('casebook-reload') === next) return;
    sessionStorage.setItem('casebook-reload', next);
    location.reload(); // the browser keeps the scroll position
  };

  const restyle = async (next) => {
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const links = (of) => [...of.querySelectorAll('link[rel="stylesheet"]')];
    const [now, then] = [links(document), links(fresh)];
    if (now.length !== then.length) return reload(next);
    seen = next;
    then.forEach((link, i) => {
      const href = link.getAttribute('href');
      if (now[i].getAttribute('href') === href) return;
      const copy = now[i].cloneNode();
      copy.href = href;
      // The old one stays until the new one is there: no flash of a page without styles.
      copy.addEventListener('load', () => now[i].remove());
      copy.addEventListener('error', () => copy.remove());
      now[i].after(copy);
    });
  };

  const disconnect = () => {
    source?.close();
    source = null;
  };

  const connect = () => {
    disconnect();
    if (document.hidden) return;
    source = new EventSource(own + 'events?' + new URLSearchParams({ path: location.pathname, seen }));
    const on = (name, act) => source.addEventListener(name, (event) => act(event.data));
    on('open', () => { wait = 500; });
    on('seen', (data) => { seen = data; });
    on('reload', reload);
    on('styles', restyle);
    on('problems', (data) => showProblems(JSON.parse(data)));
    on('ok', hideProblems);
    // The server was stopped or restarted. A new stream asks with what this page shows by now; the browser's own
    // reconnection would ask with what it showed at first.
    on('error', () => {
      disconnect();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 5000);
    });
  };

  if (sessionStorage.getItem('casebook-reload') === seen) sessionStorage.removeItem('casebook-reload');
  // A browser keeps six connections to one server for all its tabs: those that nobody sees give theirs back.
  document.addEventListener('visibilitychange', connect);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
  connect();
  describe().catch(() => {}); // a bar that cannot be filled is no loss
})();
